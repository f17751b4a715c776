package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import java.util.function.Function;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * What a vehicle may do wrong with the mission protocol, by the names that QGroundControl's mock
 * vehicle gives to it. Each concerns the mission only, and lasts unless its name says otherwise.
 *
 * @source mavlink/qgroundcontrol src/comm/MockLinkMissionItemHandler.h, FailureMode_t
 */
enum NamedFailure {
  READ_REQUEST_LIST_NO_RESPONSE(true),
  READ_REQUEST_LIST_FIRST_RESPONSE(true),
  READ_REQUEST_0_NO_RESPONSE(true),
  READ_REQUEST_1_NO_RESPONSE(true),
  READ_REQUEST_1_FIRST_RESPONSE(true),
  READ_REQUEST_0_INCORRECT_SEQUENCE(true),
  READ_REQUEST_1_INCORRECT_SEQUENCE(true),
  READ_REQUEST_0_ERROR_ACK(true),
  READ_REQUEST_1_ERROR_ACK(true),
  WRITE_MISSION_COUNT_NO_RESPONSE(false),
  WRITE_MISSION_COUNT_FIRST_RESPONSE(false),
  WRITE_REQUEST_1_NO_RESPONSE(false),
  WRITE_REQUEST_0_INCORRECT_SEQUENCE(false),
  WRITE_REQUEST_1_INCORRECT_SEQUENCE(false),
  WRITE_REQUEST_0_ERROR_ACK(false),
  WRITE_REQUEST_1_ERROR_ACK(false),
  WRITE_FINAL_ACK_NO_RESPONSE(false),
  WRITE_FINAL_ACK_ERROR_ACK(false),
  WRITE_FINAL_ACK_MISSING_REQUESTS(false);

  private static final int ERROR = 1;

  private final boolean reading;

  NamedFailure(boolean reading) {
    this.reading = reading;
  }

  boolean reading() {
    return reading;
  }

  /** Whether it passes by itself. */
  boolean passes() {
    return name().endsWith("_FIRST_RESPONSE");
  }

  /** What a vehicle that fails so sends in place of each of its messages. */
  Function<VehicleMessage, List<VehicleMessage>> instead() {
    return new Mangling(this);
  }

  private static final class Mangling implements Function<VehicleMessage, List<VehicleMessage>> {
    private final NamedFailure failure;
    private int swallowed;

    Mangling(NamedFailure failure) {
      this.failure = failure;
    }

    @Override
    public List<VehicleMessage> apply(VehicleMessage said) {
      if (said instanceof MissionCount count && count.missionType() == 0) {
        return onCount(count);
      } else if (said instanceof MissionItemInt item && item.missionType() == 0) {
        return onItem(item);
      } else if (said instanceof MissionRequest request && request.missionType() == 0) {
        return onRequest(request.seq(), request);
      } else if (said instanceof MissionRequestInt request && request.missionType() == 0) {
        return onRequest(request.seq(), request);
      } else if (said instanceof MissionAck ack && ack.missionType() == 0 && ack.type() == 0) {
        return onAccepted(ack);
      }
      return List.of(said);
    }

    private List<VehicleMessage> onCount(MissionCount count) {
      boolean silent =
          failure == READ_REQUEST_LIST_NO_RESPONSE
              || (failure == READ_REQUEST_LIST_FIRST_RESPONSE && swallowed++ == 0);
      return silent ? List.of() : List.of(count);
    }

    private List<VehicleMessage> onItem(MissionItemInt item) {
      int seq = item.seq();
      return switch (failure) {
        case READ_REQUEST_0_NO_RESPONSE -> seq == 0 ? List.of() : List.of(item);
        case READ_REQUEST_1_NO_RESPONSE -> seq == 1 ? List.of() : List.of(item);
        case READ_REQUEST_1_FIRST_RESPONSE ->
            seq == 1 && swallowed++ == 0 ? List.of() : List.of(item);
        case READ_REQUEST_0_INCORRECT_SEQUENCE -> List.of(seq == 0 ? numbered(item, 1) : item);
        case READ_REQUEST_1_INCORRECT_SEQUENCE -> List.of(seq == 1 ? numbered(item, 2) : item);
        case READ_REQUEST_0_ERROR_ACK -> List.of(seq == 0 ? error() : item);
        case READ_REQUEST_1_ERROR_ACK -> List.of(seq == 1 ? error() : item);
        default -> List.of(item);
      };
    }

    private List<VehicleMessage> onRequest(int seq, VehicleMessage request) {
      return switch (failure) {
        case WRITE_MISSION_COUNT_NO_RESPONSE -> seq == 0 ? List.of() : List.of(request);
        case WRITE_MISSION_COUNT_FIRST_RESPONSE ->
            seq == 0 && swallowed++ == 0 ? List.of() : List.of(request);
        case WRITE_REQUEST_1_NO_RESPONSE -> seq == 1 ? List.of() : List.of(request);
        case WRITE_REQUEST_0_INCORRECT_SEQUENCE -> List.of(seq == 0 ? asking(1) : request);
        case WRITE_REQUEST_1_INCORRECT_SEQUENCE -> List.of(seq == 1 ? asking(2) : request);
        case WRITE_REQUEST_0_ERROR_ACK -> List.of(seq == 0 ? error() : request);
        case WRITE_REQUEST_1_ERROR_ACK -> List.of(seq == 1 ? error() : request);
        case WRITE_FINAL_ACK_MISSING_REQUESTS ->
            List.of(seq == 2 ? new MissionAck(255, 190, 0, 0, 0) : request);
        default -> List.of(request);
      };
    }

    private List<VehicleMessage> onAccepted(MissionAck ack) {
      return switch (failure) {
        case WRITE_FINAL_ACK_NO_RESPONSE -> List.of();
        case WRITE_FINAL_ACK_ERROR_ACK -> List.of(error());
        default -> List.of(ack);
      };
    }

    private static MissionRequestInt asking(int seq) {
      return new MissionRequestInt(255, 190, seq, 0);
    }

    private static MissionAck error() {
      return new MissionAck(255, 190, ERROR, 0, 0);
    }

    private static MissionItemInt numbered(MissionItemInt item, int seq) {
      return new MissionItemInt(
          item.targetSystem(),
          item.targetComponent(),
          seq,
          item.frame(),
          item.command(),
          item.current(),
          item.autocontinue(),
          item.param1(),
          item.param2(),
          item.param3(),
          item.param4(),
          item.x(),
          item.y(),
          item.z(),
          item.missionType());
    }
  }
}
