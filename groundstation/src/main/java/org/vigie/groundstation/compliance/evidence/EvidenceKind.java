package org.vigie.groundstation.compliance.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vigie.groundstation.compliance.request.Codes;

/** What a paper is. */
public enum EvidenceKind {
  /** Operational authorisation of the specific category (SORA), 2019/947 art. 12. */
  OPERATIONAL_AUTHORISATION,
  /** Declaration of a flight over a populated area to the prefect, arrêté espace art. 6. */
  POPULATED_AREA_DECLARATION,
  /** Registration as UAS operator, 2019/947 art. 14; its number is the operator number. */
  OPERATOR_REGISTRATION,
  REMOTE_PILOT_CERTIFICATE,
  INSURANCE,
  /** Class, serial number and remote identification of one aircraft. */
  AIRCRAFT_PAPERS,
  /** Surveyed heights of obstacles; measure obstacleHeightM. */
  OBSTACLE_SURVEY,
  /**
   * Agreement of a zone's manager or authority, or that a zone's conditions are met; its number is
   * the zone's key, country/identifier.
   */
  ZONE_AUTHORISATION,
  /** Undertaking of conformity sent to the CNIL, CSI R242-7 or R242-14. */
  CNIL_UNDERTAKING,
  /** Data protection impact assessment. */
  DPIA,
  /** How the public is informed, CSI L242-3 and R242-6. */
  PUBLIC_INFORMATION,
  /** Order of a prefect that allows filming, CSI L242-5. */
  PREFECT_ORDER,
  /** Written legal basis of a technical flight that films no identifiable people. */
  GDPR_BASIS,
  /** Written legal basis of acoustic sensors. */
  ACOUSTIC_SENSOR_BASIS,
  /** Derogation of a State mission, arrêté espace art. 9 1°. */
  STATE_DEROGATION,
  /** Derogation given by a prefect, arrêté espace art. 9 3°. */
  PREFECT_DEROGATION;

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
  public static EvidenceKind of(String text) {
    return Codes.parse(EvidenceKind.class, text);
  }

  @Override
  public String toString() {
    return text();
  }
}
