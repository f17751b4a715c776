package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.MavResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.FlightController;

/**
 * A vehicle's camera as MAVLink's camera protocol knows it. Confined to the world's thread.
 *
 * @source MAVLink services/camera_v2; ArduPilot AP_Camera::handle_command for what it accepts
 */
public final class CameraProtocol {
  public static final int CAMERA_INFORMATION = 259;
  public static final int CAMERA_SETTINGS = 260;
  public static final int STORAGE_INFORMATION = 261;
  public static final int CAMERA_CAPTURE_STATUS = 262;
  public static final int VIDEO_STREAM_INFORMATION = 269;
  public static final int VIDEO_STREAM_STATUS = 270;

  private final FlightController craft;
  private final Instant boot;
  private final BiConsumer<Integer, Object> send;
  private final CameraState state;
  private final CameraMessages messages;
  private final CameraProfile profile;
  private List<Supplier<VideoStream>> streams = List.of();

  /**
   * A camera.
   *
   * @param boot simulated time at which it was switched on
   */
  public CameraProtocol(
      FlightController craft,
      Instant boot,
      CameraProfile profile,
      BiConsumer<Integer, Object> send) {
    this.craft = craft;
    this.boot = boot;
    this.profile = profile;
    this.send = send;
    this.state = new CameraState(profile.zoomMax());
    this.messages = new CameraMessages(craft, state);
  }

  /** Where its pictures can be had from now on, its first camera's first. */
  public void streams(List<Supplier<VideoStream>> offered) {
    streams = List.copyOf(offered);
  }

  /** How much it is zoomed in, 1 for not. */
  public double zoom() {
    return state.zoom();
  }

  /** Pictures taken since boot or the last reset. */
  public int images() {
    return state.images();
  }

  /** The message of a number, of its first stream; empty when it is none of the camera's. */
  public Optional<Object> build(int messageId) {
    return switch (messageId) {
      case CAMERA_INFORMATION -> Optional.of(messages.information(profile, !streams.isEmpty()));
      case CAMERA_SETTINGS -> Optional.of(messages.settings());
      case STORAGE_INFORMATION -> Optional.of(messages.storage());
      case CAMERA_CAPTURE_STATUS -> Optional.of(messages.captureStatus());
      case VIDEO_STREAM_INFORMATION, VIDEO_STREAM_STATUS ->
          streams(messageId, 1).stream().findFirst();
      default -> Optional.empty();
    };
  }

  /**
   * What is said of its streams.
   *
   * @param messageId VIDEO_STREAM_INFORMATION or VIDEO_STREAM_STATUS
   * @param streamId counts from 1; 0 for all
   */
  public List<Object> streams(int messageId, int streamId) {
    List<Object> told = new ArrayList<>();
    for (int id = 1; id <= streams.size(); id++) {
      if (streamId == 0 || streamId == id) {
        VideoStream stream = streams.get(id - 1).get();
        told.add(
            messageId == VIDEO_STREAM_INFORMATION
                ? new VideoStreamMessage(stream, id, streams.size())
                : messages.status(stream, id));
      }
    }
    return told;
  }

  /** The answer to a command, empty when it is none of the camera's. */
  public Optional<MavResult> order(Station station, Order o) {
    return switch (o.command()) {
      case 521 -> tell(station, o.param1() == 1, CAMERA_INFORMATION);
      case 522 -> tell(station, o.param1() == 1, CAMERA_SETTINGS);
      case 525 -> tell(station, o.param2() == 1, STORAGE_INFORMATION);
      case 527 -> tell(station, o.param1() == 1, CAMERA_CAPTURE_STATUS);
      case 2504 -> tell(station, streams(VIDEO_STREAM_INFORMATION, (int) o.param1()));
      case 2505 -> tell(station, streams(VIDEO_STREAM_STATUS, (int) o.param1()));
      case 203 -> shoot(o.param5() > 0 ? 1 : 0, 0);
      case 2000 -> shoot(o.param3(), o.param2());
      case 2001 -> done(state::stopShooting);
      case 2500 -> done(() -> state.record(true, craft.timeS()));
      case 2501 -> done(() -> state.record(false, craft.timeS()));
      case 528 -> done(state::forget);
      case 530 -> answer(whole(o.param2()) && state.setMode((int) o.param2()));
      case 531 -> zoom(o.param1(), o.param2());
      case 532 -> focus(o.param1(), o.param2());
      default -> Optional.empty();
    };
  }

  private Optional<MavResult> tell(Station station, boolean asked, int messageId) {
    Optional<Object> message = asked ? build(messageId) : Optional.empty();
    message.ifPresent(found -> send.accept(station.link(), found));
    return answer(message.isPresent() || !asked);
  }

  private Optional<MavResult> tell(Station station, List<Object> told) {
    told.forEach(message -> send.accept(station.link(), message));
    return answer(!told.isEmpty());
  }

  private static Optional<MavResult> answer(boolean done) {
    return Optional.of(done ? MavResult.MAV_RESULT_ACCEPTED : MavResult.MAV_RESULT_FAILED);
  }

  private static Optional<MavResult> done(Runnable act) {
    act.run();
    return answer(true);
  }

  private static boolean whole(double value) {
    return Double.isFinite(value) && value == Math.rint(value);
  }

  private Optional<MavResult> shoot(double count, double intervalS) {
    boolean sane = whole(count) && count <= Integer.MAX_VALUE && Double.isFinite(intervalS);
    return answer(sane && state.shoot(intervalS, (int) count, craft.timeS()));
  }

  /** A picture now, as a mission's trigger takes it. */
  public void shutter() {
    state.shoot(0, 1, craft.timeS());
  }

  private Optional<MavResult> zoom(double type, double value) {
    if (!Double.isFinite(value)) {
      return Optional.of(MavResult.MAV_RESULT_DENIED);
    }
    if (type == 0) {
      state.zoomStep(value);
    } else if (type == 1) {
      state.zoomRate(value, craft.timeS());
    } else if (type == 2) {
      state.zoomTo(value);
    } else {
      return Optional.of(MavResult.MAV_RESULT_UNSUPPORTED);
    }
    return answer(true);
  }

  private Optional<MavResult> focus(double type, double value) {
    if (type == 2 && value >= 0 && value <= 100) {
      state.focus(value);
    } else if (type == 4 || type == 5 || type == 6) {
      state.focus(Double.NaN); // automatic
    } else {
      return Optional.of(MavResult.MAV_RESULT_DENIED);
    }
    return answer(true);
  }

  /** Takes the pictures that are due, and tells of each. */
  public void tick() {
    if (state.tick(craft.timeS())) {
      send.accept(Autopilot.ALL_LINKS, messages.captured(boot));
    }
  }
}
