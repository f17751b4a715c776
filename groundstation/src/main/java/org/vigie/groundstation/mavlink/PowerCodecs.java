package org.vigie.groundstation.mavlink;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vigie.groundstation.mavlink.PowerMessage.BatteryStatus;

/** Payload layouts of {@link PowerMessage}. */
final class PowerCodecs {
  private static final int CELLS = 10;
  private static final int CELLS_EXTENDED = 4;
  static final int CELLS_MAX = CELLS + CELLS_EXTENDED;
  private static final int NO_CELL = 0xFFFF;
  private static final double MILLI = 1000;
  private static final double CENTI = 100;
  private static final double HECTO_J = 100;

  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(147, 154, 54, BatteryStatus.class, PowerCodecs::battery, PowerCodecs::write));

  private PowerCodecs() {}

  private static BatteryStatus battery(PayloadReader in) {
    OptionalDouble consumedMah = unlessMinusOne(in.i32(), 1);
    OptionalDouble consumedJ = unlessMinusOne(in.i32(), HECTO_J);
    OptionalDouble temperature = in.optionalI16(CENTI, Short.MAX_VALUE);
    List<Double> cells = new ArrayList<>();
    boolean more = true;
    for (int i = 0; i < CELLS; i++) {
      int mv = in.u16();
      more &= mv != NO_CELL;
      if (more) {
        cells.add(mv / MILLI);
      }
    }
    OptionalDouble amps = in.optionalI16(CENTI, -1);
    int id = in.u8();
    int function = in.u8();
    int type = in.u8();
    OptionalInt percent = PayloadReader.optional(in.i8(), -1);
    int remainingS = in.i32();
    int chargeState = in.u8();
    for (int i = 0; i < CELLS_EXTENDED; i++) {
      int mv = in.u16();
      more &= mv != 0;
      if (more) {
        cells.add(mv / MILLI);
      }
    }
    return new BatteryStatus(
        id,
        function,
        type,
        consumedMah,
        consumedJ,
        temperature,
        cells,
        amps,
        percent,
        remainingS == 0 ? OptionalDouble.empty() : OptionalDouble.of(remainingS),
        chargeState,
        in.u8(),
        in.u32());
  }

  private static OptionalDouble unlessMinusOne(int value, double scale) {
    return value == -1 ? OptionalDouble.empty() : OptionalDouble.of(value * scale);
  }

  private static void write(BatteryStatus battery, PayloadWriter out) {
    out.i32(Math.round(battery.consumedMah().orElse(-1)))
        .i32(Math.round(battery.consumedJ().orElse(-HECTO_J) / HECTO_J))
        .optionalI16(battery.temperatureC(), CENTI, Short.MAX_VALUE);
    List<Double> cells = battery.cellVolts();
    for (int i = 0; i < CELLS; i++) {
      out.u16(i < cells.size() ? Math.round(cells.get(i) * MILLI) : NO_CELL);
    }
    out.optionalI16(battery.currentAmps(), CENTI, -1)
        .u8(battery.id())
        .u8(battery.function())
        .u8(battery.type())
        .optionalI8(battery.remainingPercent(), -1)
        .i32(Math.round(battery.remainingS().orElse(0)))
        .u8(battery.chargeState());
    for (int i = CELLS; i < CELLS_MAX; i++) {
      out.u16(i < cells.size() ? Math.round(cells.get(i) * MILLI) : 0);
    }
    out.u8(battery.mode()).u32(battery.faults());
  }
}
