package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.FileTransferProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * MAVLink FTP of a vehicle whose card is empty: its root can be listed, nothing can be opened.
 * Every question is answered at once, so that a station that asks for {@code @PARAM/param.pck}
 * first falls back to PARAM_REQUEST_LIST without waiting. Keeps nothing, so that a repeated
 * question gets the same answer. Confined to the world's thread.
 *
 * @source MAVLink services/ftp; PX4 mavlink_ftp.cpp (kErrInvalidSession for a session that is not
 *     open, kErrInvalidDataSize); ArduPilot GCS_FTP.cpp
 */
public final class FileProtocol {
  private static final int PAYLOAD = 251;
  private static final int HEADER = 12;
  private static final int DATA_MAX = PAYLOAD - HEADER;

  private static final int SESSION_AT = 2;
  private static final int OPCODE_AT = 3;
  private static final int SIZE_AT = 4;
  private static final int REQUEST_AT = 5;
  private static final int BURST_AT = 6;
  private static final int OFFSET_AT = 8;

  private static final int NONE = 0;
  private static final int TERMINATE_SESSION = 1;
  private static final int RESET_SESSIONS = 2;
  private static final int LIST_DIRECTORY = 3;
  private static final int OPEN_TO_READ = 4;
  private static final int READ = 5;
  private static final int CREATE = 6;
  private static final int WRITE = 7;
  private static final int REMOVE = 8;
  private static final int CREATE_DIRECTORY = 9;
  private static final int REMOVE_DIRECTORY = 10;
  private static final int OPEN_TO_WRITE = 11;
  private static final int TRUNCATE = 12;
  private static final int RENAME = 13;
  private static final int CHECKSUM = 14;
  private static final int BURST_READ = 15;
  private static final int ACK = 128;
  private static final int NAK = 129;

  /** Why a question is answered with no. @source MAVLink services/ftp, error codes */
  private enum Refusal {
    FAIL(1),
    INVALID_DATA_SIZE(3),
    INVALID_SESSION(4),
    END_OF_FILE(6),
    UNKNOWN_COMMAND(7),
    FILE_NOT_FOUND(10);

    private final int code;

    Refusal(int code) {
      this.code = code;
    }
  }

  private final BiConsumer<Integer, Object> send;

  /** The card of a vehicle. */
  public FileProtocol(BiConsumer<Integer, Object> send) {
    this.send = send;
  }

  /** Answers a question; answers are left alone. */
  public void receive(Station station, FileTransferProtocol asked) {
    // messages end where their last byte that is not zero does
    byte[] question = Arrays.copyOf(asked.payload(), PAYLOAD);
    int opcode = question[OPCODE_AT] & 0xFF;
    if (opcode != ACK && opcode != NAK) {
      send.accept(
          station.link(),
          FileTransferProtocol.builder()
              .targetSystem(station.systemId())
              .targetComponent(station.componentId())
              .payload(answer(question, opcode))
              .build());
    }
  }

  private static byte[] answer(byte[] question, int opcode) {
    byte[] answer = new byte[PAYLOAD];
    int sequence = (question[0] & 0xFF) + ((question[1] & 0xFF) << 8) + 1;
    answer[0] = (byte) sequence;
    answer[1] = (byte) (sequence >> 8);
    answer[SESSION_AT] = question[SESSION_AT];
    answer[REQUEST_AT] = (byte) opcode;
    System.arraycopy(question, OFFSET_AT, answer, OFFSET_AT, HEADER - OFFSET_AT);
    boolean done = opcode == NONE || opcode == RESET_SESSIONS; // there are none: that is soon done
    if (done) {
      answer[OPCODE_AT] = (byte) ACK;
      return answer;
    }
    answer[OPCODE_AT] = (byte) NAK;
    answer[SIZE_AT] = 1;
    answer[BURST_AT] = (byte) (opcode == BURST_READ ? 1 : 0);
    answer[HEADER] = (byte) error(question, opcode).code;
    return answer;
  }

  private static Refusal error(byte[] question, int opcode) {
    int size = question[SIZE_AT] & 0xFF;
    if (size > DATA_MAX) {
      return Refusal.INVALID_DATA_SIZE;
    }
    return switch (opcode) {
      case TERMINATE_SESSION, READ, BURST_READ, WRITE -> Refusal.INVALID_SESSION;
      case LIST_DIRECTORY -> root(question, size) ? Refusal.END_OF_FILE : Refusal.FILE_NOT_FOUND;
      case OPEN_TO_READ, REMOVE, REMOVE_DIRECTORY, TRUNCATE, RENAME, CHECKSUM ->
          Refusal.FILE_NOT_FOUND;
      case CREATE, OPEN_TO_WRITE, CREATE_DIRECTORY -> Refusal.FAIL;
      default -> Refusal.UNKNOWN_COMMAND;
    };
  }

  private static boolean root(byte[] question, int size) {
    String path = new String(question, HEADER, size, StandardCharsets.UTF_8).replace("\0", "");
    return path.isEmpty() || path.equals("/") || path.equals(".");
  }
}
