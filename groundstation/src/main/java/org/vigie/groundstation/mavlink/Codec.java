package org.vigie.groundstation.mavlink;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one message lies in its payload.
 *
 * @param length full length with extension fields, before trailing zeros are left out
 */
record Codec<M extends VehicleMessage>(
    int id,
    int crcExtra,
    int length,
    Class<M> type,
    Function<PayloadReader, M> decode,
    BiConsumer<M, PayloadWriter> encode) {

  byte[] payload(VehicleMessage message) {
    PayloadWriter writer = new PayloadWriter();
    encode.accept(type.cast(message), writer);
    if (writer.length() != length) {
      throw new IllegalStateException(
          type.getSimpleName() + " wrote " + writer.length() + " bytes, not " + length);
    }
    return writer.trimmed();
  }
}
