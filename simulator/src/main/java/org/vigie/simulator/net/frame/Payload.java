package org.vigie.simulator.net.frame;

/**
 * A message's coded fields, the same for every receiver. Immutable by agreement.
 *
 * @param messageId number of the message
 * @param extra its CRC_EXTRA
 * @param bytes all fields, in the order of the wire
 * @param baseLength bytes without the extensions, which MAVLink 1 does not have
 */
// an array on purpose: coded once, copied into each packet
@SuppressWarnings("ArrayRecordComponent")
public record Payload(int messageId, int extra, byte[] bytes, int baseLength) {
  /** Messages of MAVLink 1 have one byte of number. */
  private static final int V1_ID_MAX = 255;

  /** Whether MAVLink 1 can say it. */
  public boolean fitsVersion1() {
    return messageId <= V1_ID_MAX;
  }

  /** Bytes of a whole packet of MAVLink 2 without a signature. */
  public int frameLength() {
    return Frame.HEADER_V2 + trimmedLength() + Frame.CRC_LENGTH;
  }

  /** Bytes that MAVLink 2 sends: zeroes at the end are left off, one byte always goes. */
  int trimmedLength() {
    int length = bytes.length;
    while (length > 1 && bytes[length - 1] == 0) {
      length--;
    }
    return length;
  }
}
