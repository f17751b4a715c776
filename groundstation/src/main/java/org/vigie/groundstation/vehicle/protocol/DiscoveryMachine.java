package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.EquipmentMessage.CameraInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.GimbalManagerInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.VideoStreamInformation;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.PositionMessage.HomePosition;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Asks a vehicle for its home, cameras, gimbals and video streams, one question at a time.
 *
 * <pre>
 * begin: HOME_POSITION, CAMERA_INFORMATION, GIMBAL_MANAGER_INFORMATION of the autopilot
 * a device is heard, or again after 5 s of silence: its CAMERA_ or GIMBAL_MANAGER_INFORMATION
 * a camera answered: VIDEO_STREAM_INFORMATION, all of them; then those that are missing, each alone
 *
 * ASKED --the message--> answered
 *   |--refusal--> none          (an ACCEPTED means nothing: ArduCopter says it and sends nothing)
 *   '--1 s of silence--> asked again, three times in all --> none
 * </pre>
 *
 * A device is asked only when its heartbeat was heard: ArduCopter answers for components that do
 * not exist, and PX4 says nothing. What has no answer any more after a new beginning is forgotten.
 *
 * @source MAVLink guide, services, camera v2, gimbal v2; recorded flights a21, p12
 */
public final class DiscoveryMachine {
  /** A camera behind a radio answers within some hundred milliseconds. */
  static final Duration ANSWER_MAX = Duration.ofSeconds(1);

  /** At 20 % loss one question in twenty is left: the next beginning asks again. */
  static final int TRIES_MAX = 3;

  /** A device beats each second. */
  static final Duration DEVICE_SILENT = Duration.ofSeconds(5);

  private static final int AUTOPILOT = 1;
  private static final int HOME = 242;
  private static final int CAMERA = 259;
  private static final int STREAM = 269;
  private static final int GIMBAL = 280;
  private static final int MAV_TYPE_GIMBAL = 26;
  private static final int MAV_TYPE_CAMERA = 30;

  private record Question(int component, int messageId, int item) {}

  private final Peer peer;
  private final Inventory inventory = new Inventory();
  private final Set<Question> waiting = new LinkedHashSet<>();

  /** At most the components that {@link Components} lets through. */
  private final Map<Integer, Instant> heardAt = new HashMap<>();

  private final Map<Integer, Integer> typeOf = new HashMap<>();
  private @Nullable Question current;
  private int tries;
  private Instant askedAt = Instant.EPOCH;
  private final Set<Integer> streamsTold = new TreeSet<>();
  private int streamCount;
  private int acksDue;
  private boolean homeTold;

  /** Home was asked for before the vehicle could know it. */
  private boolean homeTooEarly;

  private boolean placed;

  public DiscoveryMachine(Peer peer) {
    this.peer = peer;
  }

  /** The vehicle is heard, for the first time or again: everything is asked. */
  public void begin() {
    waiting.clear();
    current = null;
    homeTold = false;
    homeTooEarly = false;
    waiting.add(new Question(AUTOPILOT, HOME, 0));
    waiting.add(new Question(AUTOPILOT, CAMERA, 0));
    waiting.add(new Question(AUTOPILOT, GIMBAL, 0));
    heardAt.clear();
  }

  /** What was told so far. */
  public Equipment found() {
    return inventory.all();
  }

  /** Whether nothing is asked any more. */
  public boolean idle() {
    return current == null && waiting.isEmpty();
  }

  /**
   * The question that is due, if one is.
   *
   * @param autopilotFree whether no other request waits for the autopilot's acknowledgement, which
   *     does not tell what it is for
   * @param placed whether the vehicle has a position, and so could know its home
   */
  public Optional<VehicleMessage> onTick(Instant now, boolean autopilotFree, boolean placed) {
    this.placed = placed;
    if (placed && !homeTold && homeTooEarly) {
      homeTooEarly = false;
      waiting.add(new Question(AUTOPILOT, HOME, 0));
    }
    if (current != null && !now.isBefore(askedAt.plus(ANSWER_MAX))) {
      if (tries >= TRIES_MAX || someStreamsCame(current)) {
        unanswered(current);
      } else if (autopilotFree || current.component() != AUTOPILOT) {
        return Optional.of(ask(current, now));
      }
    }
    if (current == null) {
      return next(autopilotFree).map(question -> begin(question, now));
    }
    return Optional.empty();
  }

  private Optional<Question> next(boolean autopilotFree) {
    return waiting.stream()
        .filter(question -> autopilotFree || question.component() != AUTOPILOT)
        .findFirst();
  }

  private VehicleMessage begin(Question question, Instant now) {
    waiting.remove(question);
    current = question;
    tries = 0;
    acksDue = 0;
    if (question.messageId() == STREAM && question.item() == 0) {
      streamsTold.clear();
      streamCount = 0;
    }
    return ask(question, now);
  }

  private VehicleMessage ask(Question question, Instant now) {
    tries++;
    acksDue++;
    askedAt = now;
    Peer to = new Peer(peer.system(), question.component(), peer.ownSystem(), peer.ownComponent());
    return CommandRequest.of(MavCmd.REQUEST_MESSAGE, question.messageId(), question.item())
        .to(to, 0);
  }

  /**
   * An acknowledgement.
   *
   * @return whether it is for a question of this machine, and so for nobody else
   */
  public boolean onAck(int component, CommandAck ack) {
    Question asked = current;
    boolean ours =
        asked != null
            && acksDue > 0
            && component == asked.component()
            && ack.command() == MavCmd.REQUEST_MESSAGE
            && peer.isForUs(ack.targetSystem(), ack.targetComponent());
    if (ours && asked != null) {
      acksDue--;
      switch (CommandResult.of(ack.result())) {
        case ACCEPTED, IN_PROGRESS, TEMPORARILY_REJECTED -> {}
        default -> unanswered(asked);
      }
    }
    return ours;
  }

  /** A message of one of the vehicle's components. */
  public void onMessage(int component, VehicleMessage message, Instant now) {
    if (message instanceof Heartbeat heartbeat) {
      onHeartbeat(component, heartbeat, now);
    } else if (message instanceof HomePosition) {
      homeTold = true;
      waiting.remove(new Question(AUTOPILOT, HOME, 0));
      answered(AUTOPILOT, HOME);
    } else if (message instanceof CameraInformation camera) {
      boolean asked = answered(component, CAMERA);
      if (inventory.put(component, camera) || asked) {
        waiting.add(new Question(component, STREAM, 0));
      }
    } else if (message instanceof GimbalManagerInformation gimbal) {
      inventory.put(component, gimbal);
      answered(component, GIMBAL);
    } else if (message instanceof VideoStreamInformation stream) {
      onStream(component, stream);
    }
  }

  private void onHeartbeat(int component, Heartbeat heartbeat, Instant now) {
    if (component == AUTOPILOT) {
      return;
    }
    Instant before = heardAt.put(component, now);
    Integer typeBefore = typeOf.put(component, heartbeat.type());
    boolean known =
        before != null
            && now.isBefore(before.plus(DEVICE_SILENT))
            && typeBefore != null
            && typeBefore == heartbeat.type();
    if (!known && (heartbeat.type() == MAV_TYPE_CAMERA || Components.isCamera(component))) {
      waiting.add(new Question(component, CAMERA, 0));
    } else if (!known && heartbeat.type() == MAV_TYPE_GIMBAL) {
      waiting.add(new Question(component, GIMBAL, 0));
    }
  }

  private void onStream(int component, VideoStreamInformation stream) {
    inventory.put(component, stream);
    Question asked = current;
    if (asked == null || asked.component() != component || asked.messageId() != STREAM) {
      return;
    }
    if (asked.item() != 0) {
      if (asked.item() == stream.id()) {
        current = null;
      }
      return;
    }
    streamCount = Math.min(stream.count(), Inventory.STREAMS_MAX);
    if (stream.id() >= 1 && stream.id() <= Inventory.STREAMS_MAX) {
      streamsTold.add(stream.id());
    }
    if (streamsTold.size() >= streamCount) {
      inventory.keepStreams(component, streamsTold);
      current = null;
    }
  }

  private boolean someStreamsCame(Question question) {
    return question.messageId() == STREAM && question.item() == 0 && !streamsTold.isEmpty();
  }

  private boolean answered(int component, int messageId) {
    Question asked = current;
    boolean answered =
        asked != null && asked.component() == component && asked.messageId() == messageId;
    if (answered) {
      current = null;
    }
    return answered;
  }

  /** It refuses, or says nothing. */
  private void unanswered(Question question) {
    current = null;
    switch (question.messageId()) {
      case HOME -> homeTooEarly = !placed;
      case CAMERA -> inventory.forgetCamera(question.component());
      case GIMBAL -> inventory.forgetGimbal(question.component());
      default -> streamsMissing(question);
    }
  }

  private void streamsMissing(Question question) {
    if (question.item() != 0) {
      return;
    }
    inventory.keepStreams(question.component(), streamsTold);
    for (int id = 1; id <= streamCount; id++) {
      if (!streamsTold.contains(id)) {
        waiting.add(new Question(question.component(), STREAM, id));
      }
    }
  }
}
