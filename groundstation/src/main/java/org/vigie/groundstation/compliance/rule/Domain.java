package org.vigie.groundstation.compliance.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vigie.groundstation.compliance.request.Codes;

/** The question that a rule helps to answer. Each is answered apart. */
public enum Domain {
  /** May it fly: aviation law. */
  FLY,
  /** May it film: interior security code and data protection. */
  FILM,
  /** May the alert that set it off be used. */
  ALERT;

  /** This value as files write it. */
  @JsonValue
  public String text() {
    return Codes.text(this);
  }

  /** Reads a value as files write it. */
  @JsonCreator
  public static Domain of(String text) {
    return Codes.parse(Domain.class, text);
  }
}
