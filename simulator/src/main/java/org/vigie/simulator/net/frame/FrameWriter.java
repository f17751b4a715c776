package org.vigie.simulator.net.frame;

import java.util.Optional;

/**
 * Makes one link's packets: its own sequence numbers, its version, its signature. Confined to one
 * thread.
 */
public final class FrameWriter {
  private final int systemId;
  private final int componentId;
  private int sequence;

  public FrameWriter(int systemId, int componentId) {
    this.systemId = systemId;
    this.componentId = componentId;
  }

  /**
   * The next packet.
   *
   * @param version 1 or 2
   * @param signer signs packets of MAVLink 2; MAVLink 1 has no signatures
   * @return empty when this version cannot say this message
   */
  public Optional<Frame> frame(Payload payload, int version, Optional<Signer> signer) {
    if (version == 1) {
      return payload.fitsVersion1() ? Optional.of(version1(payload)) : Optional.empty();
    }
    return Optional.of(version2(payload, signer));
  }

  private Frame version1(Payload payload) {
    int length = payload.baseLength();
    byte[] bytes = new byte[Frame.HEADER_V1 + length + Frame.CRC_LENGTH];
    bytes[0] = (byte) Frame.MAGIC_V1;
    bytes[1] = (byte) length;
    bytes[2] = (byte) sequence++;
    bytes[3] = (byte) systemId;
    bytes[4] = (byte) componentId;
    bytes[5] = (byte) payload.messageId();
    System.arraycopy(payload.bytes(), 0, bytes, Frame.HEADER_V1, length);
    close(bytes, Frame.HEADER_V1 + length, payload.extra());
    return new Frame(bytes);
  }

  private Frame version2(Payload payload, Optional<Signer> signer) {
    int length = payload.trimmedLength();
    int end = Frame.HEADER_V2 + length;
    int signature = signer.isPresent() ? Frame.SIGNATURE_LENGTH : 0;
    byte[] bytes = new byte[end + Frame.CRC_LENGTH + signature];
    bytes[0] = (byte) Frame.MAGIC_V2;
    bytes[1] = (byte) length;
    bytes[2] = (byte) (signer.isPresent() ? Frame.SIGNED : 0);
    bytes[4] = (byte) sequence++;
    bytes[5] = (byte) systemId;
    bytes[6] = (byte) componentId;
    bytes[7] = (byte) payload.messageId();
    bytes[8] = (byte) (payload.messageId() >> 8);
    bytes[9] = (byte) (payload.messageId() >> 16);
    System.arraycopy(payload.bytes(), 0, bytes, Frame.HEADER_V2, length);
    close(bytes, end, payload.extra());
    signer.ifPresent(key -> key.sign(bytes));
    return new Frame(bytes);
  }

  private static void close(byte[] bytes, int end, int extra) {
    int crc = Crc.of(bytes, 1, end, extra);
    bytes[end] = (byte) crc;
    bytes[end + 1] = (byte) (crc >> 8);
  }
}
