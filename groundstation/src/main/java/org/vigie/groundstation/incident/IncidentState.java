package org.vigie.groundstation.incident;

/**
 * Where an incident stands.
 *
 * <pre>
 * REPORTED --> UNDER_VERIFICATION --> CONFIRMED --> CLOSED
 *    |                 |------------> DISMISSED --> CLOSED
 *    '---(a person may confirm or dismiss at once)
 * </pre>
 */
public enum IncidentState {
  REPORTED,
  UNDER_VERIFICATION,
  CONFIRMED,
  DISMISSED,
  CLOSED
}
