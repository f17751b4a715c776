package org.vigie.geofence.volume;

/**
 * Whose formulas size a volume.
 *
 * @source LBA guide to the operational volume; FOCA-UAS-GM-Part1
 */
public enum VolumeMethod {
  /** Luftfahrt-Bundesamt: 0.7 V0 of climb in the reaction time, adjacent volume of 120 s. */
  LBA,
  /** Federal Office of Civil Aviation: the rotorcraft's rate of climb, SORA 2.5 adjacent volume. */
  FOCA
}
