package org.vigie.planner.proof;

/**
 * Where and when on a flight something is so.
 *
 * @param latE7 latitude, degrees * 1e7
 * @param lonE7 longitude, degrees * 1e7
 * @param heightM height above home, metres
 * @param seq the mission item that is flown to there; -1 away from the route
 * @param fromS seconds after take-off from when on it may be so
 * @param untilS seconds after take-off until when it may be so
 */
public record ProofPlace(
    int latE7, int lonE7, double heightM, int seq, double fromS, double untilS) {}
