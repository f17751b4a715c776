package org.vigie.groundstation.compliance.predicate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vigie.groundstation.compliance.request.Codes;

/** Why a finding came out as it did. Texts for people are in {@code decision-text.yaml}. */
public enum Reason {
  /** A fact of the request is missing. */
  FACT_MISSING,
  /** No rule of any pack speaks about this; silence allows nothing. */
  NO_RULE,
  PACK_NOT_IN_FORCE,
  RULE_NOT_IN_FORCE,
  RULE_SWITCHED_OFF,
  RULE_REPLACED,
  OTHER_OPERATOR_TYPE,
  OTHER_PURPOSE,
  OTHER_ACTIVITY,
  OTHER_CIRCUMSTANCES,

  PROOF_HOLDS,
  PROOF_FAILS,
  BEYOND_SIGHT,
  WITHIN_SIGHT,
  POPULATED_AREA,
  NO_POPULATED_AREA,
  HEIGHT_WITHIN_LIMIT,
  HEIGHT_ABOVE_LIMIT,
  NIGHT,
  DAY,
  LATITUDE_OUTSIDE_RULE,
  WIND_WITHIN_LIMIT,
  WIND_ABOVE_LIMIT,
  ZONES_AUTHORISED,
  ZONE_NOT_AUTHORISED,
  CLEAR_OF_OBSTACLES,
  TOO_LOW_OVER_OBSTACLES,
  NO_OBSTACLE_SURVEY,
  ERASED_IN_TIME,
  KEPT_TOO_LONG,

  MASS_BELOW_LIMIT,
  MASS_NOT_BELOW_LIMIT,
  CLASS_ADMITTED,
  CLASS_NOT_ADMITTED,
  REMOTE_ID_ON_BOARD,
  NO_REMOTE_ID,
  SIGNALLING_ON_BOARD,
  NO_SIGNALLING,
  NO_MICROPHONE,
  MICROPHONE_ON_BOARD,
  CAMERAS_WITHIN_LIMIT,
  TOO_MANY_CAMERAS,

  OPERATOR_NUMBER_RIGHT,
  OPERATOR_NUMBER_FORM_ONLY,
  OPERATOR_NUMBER_MALFORMED,
  OPERATOR_NUMBER_CHECKSUM_WRONG,
  PURPOSE_ADMITTED,
  PURPOSE_NOT_ADMITTED,
  ACTIVITY_PLANNED,
  ACTIVITY_NOT_PLANNED,
  PILOT_AT_CONTROLS,
  NO_PILOT,

  PAPER_IN_ORDER,
  PAPER_MISSING,
  PAPER_SILENT,
  PAPER_OTHER_NUMBER,
  PAPER_OTHER_PURPOSE,
  PAPER_DOES_NOT_PERMIT,
  PAPER_OTHER_AIRCRAFT,
  PAPER_OTHER_PILOT,
  PAPER_OTHER_AREA,
  PAPER_HEIGHT_EXCEEDED,
  PAPER_TOO_MANY_CAMERAS,
  PAPER_OUTSIDE_HOURS,
  PAPER_TOO_LONG,
  PAPER_NOTICE_TOO_SHORT,
  PAPER_NOT_YET_VALID,
  PAPER_EXPIRED,
  PAPER_REVOKED;

  /** This code as decisions write it. */
  @JsonValue
  public String text() {
    return Codes.text(this);
  }

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException if there is no such code
   */
  @JsonCreator
  public static Reason of(String text) {
    return Codes.parse(Reason.class, text);
  }
}
