package org.vigie.groundstation.flightlog.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.report.page.FlightPage;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.text.Language;
import org.vigie.planner.canonical.ContentHash;

class FlightReadingTest {
  /** GLOBAL_POSITION_INT, decoded here from the bytes alone. */
  private static final int POSITION = 33;

  private static final int SEED = 20261122;
  private static final int MUTATIONS = 40;

  @TempDir Path folder;

  @Test
  void a_refused_flight_tells_who_what_and_why_and_that_nothing_flew() throws Exception {
    Records record = Records.refused(folder);

    FlightReport report = record.report();

    assertThat(report.verification().verdict()).isEqualTo(Verdict.CONSISTENT);
    FlightIdentity who = report.identity();
    assertThat(who.flight()).isEqualTo("F-20261124-1");
    assertThat(who.service()).isEqualTo("pm42218");
    assertThat(who.pilot()).isEqualTo("demo-pilot-2");
    assertThat(who.operatorType()).isEqualTo("municipal-police");
    assertThat(who.incidentType()).isEqualTo("explosion");
    assertThat(who.outcome()).isEqualTo("REFUSED");
    assertThat(report.findPlan()).isPresent();
    assertThat(report.findDecision().orElseThrow().verdict().allows()).isFalse();
    assertThat(report.basis().zones()).isNotEmpty();
    assertThat(report.basis().findGround(report.findPlan().orElseThrow().home().position()))
        .isPresent();
    assertThat(report.milestones().takenOff()).isNull();
    assertThat(report.flown().isEmpty()).isTrue();
    assertThat(report.telemetry().greatestHeightM()).isNull();
    assertThat(report.seals().record()).isEqualTo(ContentHash.of(record.get("record.json")).hex());
  }

  @Test
  void telemetry_is_summed_up_as_its_bytes_say() throws Exception {
    byte[] tlog = Records.recordedFlight();

    TelemetryReading reading = new TelemetryReading(tlog);

    List<double[]> told = positions(tlog);
    assertThat(told).hasSizeGreaterThan(10);
    assertThat(reading.track()).hasSize(told.size());
    for (int i = 0; i < told.size(); i++) {
      TrackPoint point = reading.track().get(i);
      assertThat(point.position().latDeg()).isCloseTo(told.get(i)[0], within(1e-9));
      assertThat(point.position().lonDeg()).isCloseTo(told.get(i)[1], within(1e-9));
      assertThat(point.heightM()).isCloseTo(told.get(i)[2], within(1e-9));
    }
    FlightReport report = Records.tracked(folder).report();
    TelemetrySummary summary = report.telemetry();
    assertThat(summary.bytes()).isEqualTo(tlog.length);
    assertThat(summary.junkBytes()).isZero();
    assertThat(summary.framesOfAircraft()).isGreaterThan(told.size());
    double highest = told.stream().mapToDouble(place -> place[2]).max().orElseThrow();
    assertThat(summary.greatestHeightM()).isCloseTo(highest, within(1e-9));
    assertThat(summary.greatestHeightAboveGroundM()).as("no terrain tells it").isNull();
    assertThat(report.flown().points()).hasSize(told.size());
  }

  /** Latitude, longitude, height above home of each position that is one. */
  private static List<double[]> positions(byte[] tlog) {
    List<double[]> positions = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(tlog).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 8; at < tlog.length; ) {
      boolean v2 = (tlog[at] & 0xFF) == 0xFD;
      int payload = tlog[at + 1] & 0xFF;
      int head = v2 ? 10 : 6;
      int id = v2 ? bytes.getShort(at + 7) & 0xFFFF : tlog[at + 5] & 0xFF;
      if (id == POSITION) {
        byte[] body = new byte[28];
        System.arraycopy(tlog, at + head, body, 0, payload);
        ByteBuffer values = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        if (values.getInt(4) != 0 || values.getInt(8) != 0) {
          positions.add(
              new double[] {
                values.getInt(4) / 1e7, values.getInt(8) / 1e7, values.getInt(16) / 1e3
              });
        }
      }
      boolean signed = v2 && (tlog[at + 2] & 1) == 1;
      at += head + payload + 2 + (signed ? 13 : 0) + 8;
    }
    return positions;
  }

  @Test
  void whatever_is_in_a_record_there_is_a_report() throws Exception {
    Records good = Records.refused(folder);
    Random random = new Random(SEED);
    List<String> names = new ArrayList<>(good.names());
    for (int i = 0; i < MUTATIONS; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = good.get(name);
      int cut = random.nextInt(bytes.length);
      byte[] bent = random.nextBoolean() ? Arrays.copyOf(bytes, cut) : bytes;
      if (bent.length > 0) {
        bent[random.nextInt(bent.length)] ^= (byte) (1 + random.nextInt(255));
      }

      FlightReport report = good.with(name, bent).report();

      assertThat(report.verification().passed()).as(name + " of mutation " + i).isFalse();
      assertThat(FlightPage.of(report, Language.EN)).as(name).contains("DAMAGED");
    }
  }
}
