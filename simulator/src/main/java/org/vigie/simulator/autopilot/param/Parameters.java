package org.vigie.simulator.autopilot.param;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one vehicle. Confined to the world's thread. */
public final class Parameters {
  private final List<Parameter> table;
  private final Map<String, Parameter> byName = new HashMap<>();
  private final float[] values;

  public Parameters(List<Parameter> table) {
    this.table = List.copyOf(table);
    this.values = new float[table.size()];
    for (Parameter parameter : table) {
      byName.put(parameter.name(), parameter);
      values[parameter.index()] = parameter.defaultValue();
    }
  }

  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The parameters in the order of their index. */
  public List<Parameter> list() {
    return table;
  }

  public float value(Parameter parameter) {
    return values[parameter.index()];
  }

  /** The value of a parameter that the firmware has. */
  public float get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return values[parameter.index()];
  }

  public int getInt(String name) {
    return (int) get(name);
  }

  /** Stores what a station sets; the table's type decides, whatever type was sent. */
  public void set(Parameter parameter, float value) {
    values[parameter.index()] = parameter.type().store(value);
  }

  /** Stores a value by name, as an airframe's own settings or the autopilot's counters do. */
  public void set(String name, float value) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    set(parameter, value);
  }
}
