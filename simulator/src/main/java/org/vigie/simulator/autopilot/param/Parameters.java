package org.vigie.simulator.autopilot.param;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one vehicle. Confined to the world's thread. */
public final class Parameters {
  private final List<Parameter> table;
  private final Map<String, Parameter> byName = new HashMap<>();
  private final Map<String, Parameter> byMeaning = new HashMap<>();
  private final float[] values;

  public Parameters(List<Parameter> table) {
    this.table = List.copyOf(table);
    this.values = new float[table.size()];
    for (Parameter parameter : table) {
      byName.put(parameter.name(), parameter);
      if (!parameter.meaning().isEmpty()) {
        byMeaning.put(parameter.meaning(), parameter);
      }
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

  /** Whether this version has a parameter of that meaning. */
  public boolean means(String meaning) {
    return byMeaning.containsKey(meaning);
  }

  /** The parameter of a meaning, whatever this version calls it. */
  public Parameter meant(String meaning) {
    Parameter parameter = byMeaning.get(meaning);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter means " + meaning);
    }
    return parameter;
  }

  /** The value of a meaning in metres, seconds, radians, whatever unit this version stores. */
  public double si(String meaning) {
    Parameter parameter = meant(meaning);
    return parameter.si(value(parameter));
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
