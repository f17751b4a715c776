package org.vigie.simulator.fault;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure or word that a fault is told, with its limits.
 *
 * @param name as YAML writes it; ends with its unit
 * @param form what it is
 * @param least smallest number that makes sense
 * @param most largest number that makes sense
 * @param needed whether it must be given
 * @param ifLeftOut stands for it when it is not given; empty when nothing does
 */
public record FaultParameter(
    String name, Form form, double least, double most, boolean needed, Optional<Object> ifLeftOut) {
  /** What a parameter is. */
  public enum Form {
    NUMBER,
    WHOLE,
    WORD
  }

  static FaultParameter number(String name, double least, double most) {
    return new FaultParameter(name, Form.NUMBER, least, most, true, Optional.empty());
  }

  static FaultParameter number(String name, double least, double most, double ifLeftOut) {
    return new FaultParameter(name, Form.NUMBER, least, most, false, Optional.of(ifLeftOut));
  }

  /** A number that may be left out, which is something else than any number. */
  static FaultParameter optional(String name, double least, double most) {
    return new FaultParameter(name, Form.NUMBER, least, most, false, Optional.empty());
  }

  static FaultParameter whole(String name, double least, double most) {
    return new FaultParameter(name, Form.WHOLE, least, most, true, Optional.empty());
  }

  static FaultParameter whole(String name, double least, double most, double ifLeftOut) {
    return new FaultParameter(name, Form.WHOLE, least, most, false, Optional.of(ifLeftOut));
  }

  static FaultParameter word(String name) {
    return new FaultParameter(name, Form.WORD, 0, 0, true, Optional.empty());
  }

  /**
   * The value that a text means.
   *
   * @throws FaultValueException if it is none
   */
  Object read(String text) throws FaultValueException {
    if (form == Form.WORD) {
      return text;
    }
    try {
      return checked(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new FaultValueException(name, name + ": \"" + text + "\" is not a number");
    }
  }

  /**
   * A value within the limits.
   *
   * @throws FaultValueException if it is not, or of another form
   */
  Object checked(Object value) throws FaultValueException {
    if (form == Form.WORD) {
      if (value instanceof String word && !word.isBlank()) {
        return word;
      }
      throw new FaultValueException(name, name + " is a word, not " + value);
    }
    if (!(value instanceof Number number)) {
      throw new FaultValueException(name, name + " is a number, not \"" + value + "\"");
    }
    double figure = number.doubleValue();
    if (!(figure >= least && figure <= most)) {
      throw new FaultValueException(
          name, name + " is " + plain(least) + " to " + plain(most) + ", not " + plain(figure));
    }
    if (form == Form.WHOLE && figure != Math.rint(figure)) {
      throw new FaultValueException(name, name + " is a whole number, not " + plain(figure));
    }
    return figure;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  /** How help writes it: {@code percent}, or {@code [jitterS]} when it may be left out. */
  String shown() {
    return needed ? name : "[" + name + "]";
  }
}
