package org.vigie.groundstation.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * The proof of a plan.
 *
 * @param findings every check, worst first: what fails, what remains a risk, then what holds
 */
public record ProofDocument(List<Finding> findings) {
  public ProofDocument {
    findings = List.copyOf(findings);
  }

  /**
   * One thing that was checked.
   *
   * @param check code, for example {@code route-clear-of-zones}
   * @param branch code of the part of the flight
   * @param unit of value, limit and margin; empty for what is counted
   * @param subject what decided it, may be empty
   * @param margin what is left, negative when it fails; absent when the document does not say
   * @param residual holds, but is a risk that remains
   * @param at where, absent where it has no place
   */
  public record Finding(
      String check,
      String branch,
      boolean holds,
      double value,
      double limit,
      String unit,
      String subject,
      @Nullable Double margin,
      boolean residual,
      @Nullable Place at) {}

  /**
   * Where and when.
   *
   * @param heightM above home, metres
   * @param seq the mission item that is flown to there, -1 away from the route
   * @param fromS seconds after take-off
   */
  public record Place(LatLon position, double heightM, int seq, double fromS) {}

  static ProofDocument of(Members body) {
    return new ProofDocument(body.list("findings", ProofDocument::finding));
  }

  private static Finding finding(Members finding) {
    return new Finding(
        finding.text("check"),
        finding.text("branch"),
        finding.flag("holds"),
        finding.number("value", 0),
        finding.number("limit", 0),
        finding.text("unit"),
        finding.text("subject"),
        finding.numberOrNull("margin"),
        finding.flag("residual"),
        place(finding.in("at")));
  }

  private static @Nullable Place place(Members at) {
    LatLon position = at.pointE7("latE7", "lonE7");
    return position == null
        ? null
        : new Place(position, at.number("heightM", 0), at.whole("seq"), at.number("fromS", 0));
  }

  /** Whether every check passed. */
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }
}
