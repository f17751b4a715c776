package org.vigie.groundstation.app;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.vehicle.VehicleAlarm;
import org.vigie.planner.canonical.ContentHash;

/** What happens to the station itself, in its own stream of the journal. Thread-safe. */
final class StationLog implements VehicleAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(StationLog.class);

  private final Journal journal;
  private final StationClock clock;
  private final StationConfig.StationPart station;

  StationLog(Journal journal, StationClock clock, StationConfig.StationPart station) {
    this.journal = journal;
    this.clock = clock;
    this.station = station;
  }

  void started(ContentHash config, StationInputs inputs) {
    List<String> hashes = inputs.files().stream().map(file -> file.hash().hex()).toList();
    append(new StationEvent.Started(Main.VERSION, config.hex(), hashes));
  }

  void zonesChanged(StationInputs inputs) {
    LOG.info("the zone files have changed: {} zones", inputs.zones().zones().size());
    append(
        new StationEvent.ZonesChanged(
            inputs.files().stream()
                .filter(file -> file.kind().equals("zones"))
                .map(file -> file.hash().hex())
                .toList()));
  }

  void zonesRefused(String problem) {
    LOG.warn("the changed zone files cannot be used, those of before stay: {}", problem);
    append(new StationEvent.ZonesRefused(problem));
  }

  /** What a witness has seen is not this journal: a red alert, for people and for the records. */
  void contradictedBy(String witness, String reason) {
    LOG.error(
        "RED ALERT: the journal is not the one that witness {} has seen: {}", witness, reason);
    append(new StationEvent.WitnessContradicts(witness));
  }

  void stopped(List<String> inTheAir) {
    append(new StationEvent.Stopped(inTheAir));
  }

  /** A dead loop is a red alert: it stands in the journal and in the log. */
  @Override
  public void loopFailed(String vehicleId, Throwable cause) {
    LOG.error("RED ALERT: nobody supervises {} any more", vehicleId, cause);
    append(new StationEvent.VehicleLoopFailed(vehicleId, cause.getClass().getName()));
  }

  @Override
  public void linkFault(String vehicleId, String what) {
    LOG.warn("{}: {}", vehicleId, what);
  }

  private void append(StationEvent event) {
    EntryDraft draft =
        new EntryDraft(StreamId.station(station.id()), clock.now(), "", station.commune(), event);
    try {
      journal.append(List.of(draft), outcome -> {});
    } catch (IllegalStateException e) {
      LOG.error("the journal did not take {}", event, e);
    }
  }
}
