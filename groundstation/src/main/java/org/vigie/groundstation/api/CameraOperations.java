package org.vigie.groundstation.api;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.viewing.ViewAnswer;
import org.vigie.groundstation.viewing.Viewing;

/** Fixed cameras: those that a person may see, and their pictures, one at a time. */
final class CameraOperations {
  /** An older picture says nothing of what is there now: the camera is lost. */
  static final Duration AGE_MAX = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(CameraOperations.class);

  private final CameraPictures cameras;
  private final Viewing viewing;
  private final StationClock wall;

  CameraOperations(ApiPorts ports) {
    this.cameras = ports.pictures().cameras();
    this.viewing = ports.pictures().viewing();
    this.wall = ports.wall();
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/cameras", Permission.VIEW_CAMERAS, this::list),
        Operation.get("/api/cameras/{id}/snapshot.jpg", Permission.VIEW_CAMERAS, this::picture));
  }

  private void list(Call call) {
    call.send(
        200,
        Map.of(
            "cameras",
            cameras.cameras().stream()
                .filter(camera -> viewing.mayLook(call.person(), camera.id()))
                .toList()));
  }

  /** Nobody's look is opened for a picture that is not to be had; the right comes before both. */
  private void picture(Call call) {
    String id = call.id();
    if (cameras.cameras().stream().noneMatch(camera -> camera.id().equals(id))) {
      throw Problem.of(404, "not-found").refusal();
    }
    if (!viewing.mayLook(call.person(), id)) {
      call.await(
          viewing.cameraPicture(call.person(), id),
          answer -> Refusals.tell(call, answer),
          late -> {});
      return;
    }
    call.awaitOrElse(
        cameras.snapshot(id),
        snapshot -> fresh(call, id, snapshot),
        cause -> {
          LOG.info("camera {} gave no picture: {}", id, cause.toString());
          call.fail(lost());
        });
  }

  private void fresh(Call call, String id, Snapshot snapshot) {
    Duration age = age(snapshot.takenAt());
    if (age.compareTo(AGE_MAX) > 0) {
      throw lost().refusal();
    }
    call.await(
        viewing.cameraPicture(call.person(), id),
        answer -> {
          if (answer instanceof ViewAnswer.Opened) {
            send(call, snapshot);
          } else {
            Refusals.tell(call, answer);
          }
        },
        late -> {});
  }

  private void send(Call call, Snapshot snapshot) {
    call.response()
        .putHeader("Content-Type", "image/jpeg")
        .putHeader("X-Taken-At", snapshot.takenAt().toString())
        .putHeader("X-Age-Ms", Long.toString(age(snapshot.takenAt()).toMillis()))
        .end(Buffer.buffer(snapshot.jpeg()));
  }

  /** A camera whose clock is ahead of ours has no picture from the future. */
  private Duration age(Instant takenAt) {
    Duration age = Duration.between(takenAt, wall.now());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static Problem lost() {
    return Problem.of(503, "camera-lost").with("Retry-After", "5");
  }
}
