package org.vigie.groundstation.mavlink;

import org.jspecify.annotations.Nullable;

/**
 * Turns messages into MAVLink 2 frames of one sender, with its running sequence number. Confined to
 * one thread.
 */
public final class FrameWriter {
  private final int systemId;
  private final int componentId;
  private int sequence;

  /**
   * @param systemId 1 to 255
   * @param componentId 1 to 255
   */
  public FrameWriter(int systemId, int componentId) {
    if (systemId < 1 || systemId > 255 || componentId < 1 || componentId > 255) {
      throw new IllegalArgumentException(
          "a sender has ids of 1 to 255, not " + systemId + "/" + componentId);
    }
    this.systemId = systemId;
    this.componentId = componentId;
  }

  /**
   * The next frame.
   *
   * @throws IllegalArgumentException if a value of the message does not fit its field
   */
  public Frame write(VehicleMessage message) {
    return write(message, null);
  }

  /**
   * The next frame, signed.
   *
   * @param seal absent: unsigned
   * @throws IllegalArgumentException if a value of the message does not fit its field
   */
  public Frame write(VehicleMessage message, @Nullable Seal seal) {
    if (message instanceof VehicleMessage.Unreadable) {
      throw new IllegalArgumentException("an unreadable message cannot be written: " + message);
    }
    Codec<?> codec = Messages.codec(message);
    return write(codec.id(), codec.crcExtra(), Messages.payload(message), seal);
  }

  private Frame write(int messageId, int crcExtra, byte[] payload, @Nullable Seal seal) {
    int signature = seal == null ? 0 : Frame.SIGNATURE_LENGTH;
    byte[] raw = new byte[Frame.HEADER_V2 + payload.length + Frame.CRC_LENGTH + signature];
    raw[0] = (byte) Frame.MAGIC_V2;
    raw[1] = (byte) payload.length;
    raw[2] = (byte) (seal == null ? 0 : Frame.INCOMPAT_SIGNED);
    raw[4] = (byte) sequence;
    raw[5] = (byte) systemId;
    raw[6] = (byte) componentId;
    raw[7] = (byte) messageId;
    raw[8] = (byte) (messageId >> 8);
    raw[9] = (byte) (messageId >> 16);
    int end = Frame.HEADER_V2 + payload.length;
    System.arraycopy(payload, 0, raw, Frame.HEADER_V2, payload.length);
    int crc = Crc.of(raw, 1, end, crcExtra);
    raw[end] = (byte) crc;
    raw[end + 1] = (byte) (crc >> 8);
    sequence = (sequence + 1) & 0xFF;
    if (seal != null) {
      seal.seal(raw);
    }
    return new Frame(raw);
  }
}
