package org.vigie.groundstation.flightlog.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;

/** What the rules are told about zones is what the proof found. */
class ZonesEnteredTest {
  @Test
  void zones_entered_by_leave_or_under_conditions_are_named_once_and_zones_avoided_are_not() {
    Proof proof =
        new Proof(
            ContentHash.of("plan"),
            List.of(),
            List.of(
                finding("volume-clear-of-zones", "FRA/FAR"),
                finding("zone-conditions", "FRA/TOWN"),
                finding("zone-conditions", "FRA/TOWN"),
                finding("zone-authorised", "FRA/ASK"),
                finding("energy", "demo-quad-1")));
    assertThat(ZonesEntered.of(proof)).containsExactly("FRA/ASK", "FRA/TOWN");
  }

  private static ProofFinding finding(String check, String subject) {
    return new ProofFinding(check, "volume", true, 0, 0, "", subject);
  }
}
