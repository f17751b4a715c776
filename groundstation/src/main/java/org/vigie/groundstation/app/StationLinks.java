package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.link.forward.Forwarding;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.vehicle.VehicleRouter;

/** Opens what station.yaml says of links: to vehicles, and for those who watch. */
final class StationLinks {
  /** Names the place in the file of what went wrong. */
  interface Complaint {
    DocumentException at(String pointer, IOException e) throws DocumentException;
  }

  private final Path folder;
  private final StationConfig config;
  private final Complaint complaint;

  StationLinks(Path folder, StationConfig config, Complaint complaint) {
    this.folder = folder;
    this.config = config;
    this.complaint = complaint;
  }

  /** The endpoints at which vehicles may be watched. */
  Forwarding forwarding() throws DocumentException {
    Forwarding forwarding = new Forwarding();
    for (int i = 0; i < config.forward().size(); i++) {
      try {
        forwarding.open(LinkEndpoint.parse(config.forward().get(i)));
      } catch (IOException e) {
        forwarding.close();
        throw complaint.at("/forward/" + i, e);
      }
    }
    return forwarding;
  }

  /** How a vehicle's frames are signed. */
  FrameSigning signing(int vehicle) throws DocumentException {
    StationConfig.SigningPart signing = config.vehicles().get(vehicle).signing();
    if (signing == null) {
      return FrameSigning.none();
    }
    try {
      return FrameSigning.with(
          SigningKeyFile.read(folder.resolve(signing.key())),
          signing.unsigned() == StationConfig.SigningPart.Unsigned.ACCEPT);
    } catch (IOException e) {
      throw complaint.at("/vehicles/" + vehicle + "/signing/key", e);
    }
  }

  /**
   * Starts the loops, then opens the links; each feeds only the vehicles configured on it.
   *
   * @param radios gets what radios on the links tell of themselves
   */
  static Links connect(StationConfig config, VehicleFleet fleet, Consumer<Frame> radios)
      throws IOException {
    Links links = new Links();
    Map<LinkEndpoint, VehicleRouter> routers = new LinkedHashMap<>();
    for (StationConfig.VehiclePart part : config.vehicles()) {
      VehicleUnit unit = fleet.find(part.id()).orElseThrow();
      for (String link : part.links()) {
        routers
            .computeIfAbsent(LinkEndpoint.parse(link), endpoint -> new VehicleRouter(radios))
            .add(unit.loop());
      }
      unit.loop().start();
    }
    try {
      for (Map.Entry<LinkEndpoint, VehicleRouter> link : routers.entrySet()) {
        links.open(link.getKey(), link.getValue());
      }
    } catch (IOException e) {
      links.close();
      throw e;
    }
    return links;
  }
}
