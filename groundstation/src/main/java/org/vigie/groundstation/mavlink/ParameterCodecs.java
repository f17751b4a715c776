package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamError;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestList;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;

/** Payload layouts of {@link ParameterMessage}. */
final class ParameterCodecs {
  private static final int NAME = ParameterMessage.NAME_LENGTH_MAX;

  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(
              20,
              214,
              20,
              ParamRequestRead.class,
              ParameterCodecs::read,
              (read, out) ->
                  out.i16(read.index())
                      .u8(read.targetSystem())
                      .u8(read.targetComponent())
                      .text(read.name(), NAME)),
          new Codec<>(
              21,
              159,
              2,
              ParamRequestList.class,
              in -> new ParamRequestList(in.u8(), in.u8()),
              (list, out) -> out.u8(list.targetSystem()).u8(list.targetComponent())),
          new Codec<>(
              22,
              220,
              25,
              ParamValue.class,
              ParameterCodecs::value,
              (value, out) ->
                  out.f32(value.value())
                      .u16(value.count())
                      .u16(value.index())
                      .text(value.name(), NAME)
                      .u8(value.type())),
          new Codec<>(
              23,
              168,
              23,
              ParamSet.class,
              ParameterCodecs::set,
              (set, out) ->
                  out.f32(set.value())
                      .u8(set.targetSystem())
                      .u8(set.targetComponent())
                      .text(set.name(), NAME)
                      .u8(set.type())),
          new Codec<>(
              345,
              209,
              21,
              ParamError.class,
              ParameterCodecs::error,
              (error, out) ->
                  out.i16(error.index())
                      .u8(error.targetSystem())
                      .u8(error.targetComponent())
                      .text(error.name(), NAME)
                      .u8(error.error())));

  private ParameterCodecs() {}

  private static ParamRequestRead read(PayloadReader in) {
    int index = in.i16();
    return new ParamRequestRead(in.u8(), in.u8(), in.text(NAME), index);
  }

  private static ParamError error(PayloadReader in) {
    int index = in.i16();
    return new ParamError(in.u8(), in.u8(), in.text(NAME), index, in.u8());
  }

  private static ParamValue value(PayloadReader in) {
    float value = in.f32();
    int count = in.u16();
    int index = in.u16();
    return new ParamValue(in.text(NAME), value, in.u8(), count, index);
  }

  private static ParamSet set(PayloadReader in) {
    float value = in.f32();
    int system = in.u8();
    int component = in.u8();
    return new ParamSet(system, component, in.text(NAME), value, in.u8());
  }
}
