package org.vigie.groundstation.compliance.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the operator is in law. It decides who may film. */
public enum OperatorType {
  MUNICIPAL_POLICE,
  FIRE_SERVICE,
  NATIONAL_POLICE,
  GENDARMERIE,
  CIVIL_SECURITY,
  COMMUNE,
  PRIVATE_CONTRACTOR;

  /** This value as files write it. */
  @JsonValue
  public String text() {
    return Codes.text(this);
  }

  /**
   * Reads a value as files write it.
   *
   * @throws IllegalArgumentException if there is no such value; names those that exist
   */
  @JsonCreator
  public static OperatorType of(String text) {
    return Codes.parse(OperatorType.class, text);
  }

  @Override
  public String toString() {
    return text();
  }
}
