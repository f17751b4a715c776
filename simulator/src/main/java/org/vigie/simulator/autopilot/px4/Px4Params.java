package org.vigie.simulator.autopilot.px4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PX4's parameters: 32-bit integers and floats, kept as their bits, because PX4 stores what a
 * station sends bit by bit. Confined to the world's thread.
 *
 * @source names, order, types and defaults as PX4 1.17 lists them on its simulated quadrotor
 */
public final class Px4Params {
  private static final String RESOURCE = "/org/vigie/simulator/autopilot/px4-1.17.params";

  /**
   * One parameter.
   *
   * @param index place in the list
   * @param real whether it is a float
   * @param defaultBits of the default value
   */
  public record Entry(String name, int index, boolean real, int defaultBits) {}

  private final List<Entry> table;
  private final Map<String, Entry> byName = new HashMap<>();
  private final int[] bits;

  private Px4Params(List<Entry> table) {
    this.table = List.copyOf(table);
    this.bits = new int[table.size()];
    for (Entry entry : table) {
      byName.put(entry.name(), entry);
      bits[entry.index()] = entry.defaultBits();
    }
  }

  /** PX4 1.17. */
  public static Px4Params v117() {
    try (InputStream in = Px4Params.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      List<Entry> table = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] fields = line.strip().split(" ");
          boolean real = fields[1].equals("real32");
          int value =
              real
                  ? Float.floatToRawIntBits(Float.parseFloat(fields[2]))
                  : Integer.parseInt(fields[2]);
          table.add(new Entry(fields[0], table.size(), real, value));
        }
      }
      return new Px4Params(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Entry> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public List<Entry> list() {
    return table;
  }

  public int bits(Entry entry) {
    return bits[entry.index()];
  }

  /** Stores a value as it came, without looking at it. */
  public void setBits(Entry entry, int value) {
    bits[entry.index()] = value;
  }

  private Entry entry(String name) {
    Entry entry = byName.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return entry;
  }

  public int getInt(String name) {
    return bits(entry(name));
  }

  /** The value of a parameter as it is, NaN and all. */
  public double get(String name) {
    Entry entry = entry(name);
    return entry.real() ? Float.intBitsToFloat(bits(entry)) : bits(entry);
  }

  /** A value that physics can bear: NaN counts as the default, the rest is held within bounds. */
  public double get(String name, double least, double most) {
    double value = get(name);
    if (Double.isNaN(value)) {
      value = Float.intBitsToFloat(entry(name).defaultBits());
    }
    return Math.max(least, Math.min(most, value));
  }

  public void set(String name, double value) {
    Entry entry = entry(name);
    setBits(entry, entry.real() ? Float.floatToRawIntBits((float) value) : (int) value);
  }

  /**
   * What {@code _HASH_CHECK} carries: CRC-32 over names and values, without first and last
   * inversion.
   *
   * @source PX4 parameters.cpp param_hash_check, crc32part
   */
  public int hash() {
    int crc = 0;
    for (Entry entry : table) {
      if (!volatileParameter(entry.name())) {
        crc = Crc32.part(entry.name().getBytes(StandardCharsets.US_ASCII), crc);
        crc = Crc32.part(Crc32.littleEndian(bits(entry)), crc);
      }
    }
    return crc;
  }

  /** Those that PX4 itself writes while it runs. */
  private static boolean volatileParameter(String name) {
    return name.startsWith("LND_FLIGHT_T") || name.equals("COM_FLIGHT_UUID");
  }
}
