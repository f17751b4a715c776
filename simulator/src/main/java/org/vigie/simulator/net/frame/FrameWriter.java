package org.vigie.simulator.net.frame;

import java.util.Optional;

/**
 * Makes one link's packets: sequence numbers of each component that speaks, the link's version, its
 * signature. Confined to one thread.
 *
 * @source MAVLink guide, serialization: each component counts what it sends
 */
public final class FrameWriter {
  private final int systemId;
  private final int componentId;

  /** The next sequence number of each component, one byte each as packets carry it. */
  private final byte[] sequences = new byte[256];

  /** Packets of a component, and on request of others of its system. */
  public FrameWriter(int systemId, int componentId) {
    this.systemId = systemId;
    this.componentId = componentId;
  }

  /** The next packet of its own component. */
  public Optional<Frame> frame(Payload payload, int version, Optional<Signer> signer) {
    return frame(componentId, payload, version, signer);
  }

  /**
   * The next packet.
   *
   * @param speakerId which component of the system speaks, 1 to 255
   * @param version 1 or 2
   * @param signer signs packets of MAVLink 2; MAVLink 1 has no signatures
   * @return empty when this version cannot say this message
   */
  public Optional<Frame> frame(
      int speakerId, Payload payload, int version, Optional<Signer> signer) {
    if (version == 1) {
      return payload.fitsVersion1() ? Optional.of(version1(speakerId, payload)) : Optional.empty();
    }
    return Optional.of(version2(speakerId, payload, signer));
  }

  private Frame version1(int speakerId, Payload payload) {
    int length = payload.baseLength();
    byte[] bytes = new byte[Frame.HEADER_V1 + length + Frame.CRC_LENGTH];
    bytes[0] = (byte) Frame.MAGIC_V1;
    bytes[1] = (byte) length;
    bytes[2] = sequences[speakerId & 0xFF]++;
    bytes[3] = (byte) systemId;
    bytes[4] = (byte) speakerId;
    bytes[5] = (byte) payload.messageId();
    System.arraycopy(payload.bytes(), 0, bytes, Frame.HEADER_V1, length);
    close(bytes, Frame.HEADER_V1 + length, payload.extra());
    return new Frame(bytes);
  }

  private Frame version2(int speakerId, Payload payload, Optional<Signer> signer) {
    int length = payload.trimmedLength();
    int end = Frame.HEADER_V2 + length;
    int signature = signer.isPresent() ? Frame.SIGNATURE_LENGTH : 0;
    byte[] bytes = new byte[end + Frame.CRC_LENGTH + signature];
    bytes[0] = (byte) Frame.MAGIC_V2;
    bytes[1] = (byte) length;
    bytes[2] = (byte) (signer.isPresent() ? Frame.SIGNED : 0);
    bytes[4] = sequences[speakerId & 0xFF]++;
    bytes[5] = (byte) systemId;
    bytes[6] = (byte) speakerId;
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
