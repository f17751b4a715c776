package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.FlightView;

/** What maps and profiles show. */
final class MapOperations {
  private final MapPorts maps;
  private final PicturePorts pictures;
  private final Desk desk;

  MapOperations(ApiPorts ports) {
    this.maps = ports.maps();
    this.pictures = ports.pictures();
    this.desk = ports.desk();
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/map", Permission.READ_VEHICLES, this::map),
        Operation.get("/api/flights/{id}/profile", Permission.READ_FLIGHTS, this::profile));
  }

  /** A base map of a town has a few hundred kilobytes: written on a worker. */
  private void map(Call call) {
    call.blocking(
        () -> ViewJson.write(withCameras(maps.map().map(), call.person())),
        json -> call.sendJson(200, json));
  }

  private ObjectNode withCameras(ObjectNode map, Person person) {
    ArrayNode cameras = JsonNodeFactory.instance.arrayNode();
    for (CameraPictures.CameraView camera : pictures.cameras().cameras()) {
      cameras
          .addObject()
          .put("id", camera.id())
          .put("name", camera.name())
          .put("latDeg", camera.latDeg())
          .put("lonDeg", camera.lonDeg())
          .put("mayView", pictures.viewing().mayLook(person, camera.id()));
    }
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.setAll(map);
    shown.set("cameras", cameras);
    return shown;
  }

  private void profile(Call call) {
    FlightView flight =
        desk.findFlight(call.id()).orElseThrow(Problem.of(404, "not-found")::refusal);
    call.blocking(
        () -> maps.profiles().profile(flight.flightId()),
        found -> {
          JsonNode profile = found.orElseThrow(Problem.of(404, "not-yet")::refusal);
          call.send(200, profile);
        });
  }
}
