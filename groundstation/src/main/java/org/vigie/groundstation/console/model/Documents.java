package org.vigie.groundstation.console.model;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.DecisionDocument;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.client.Profile;
import org.vigie.groundstation.client.ProofDocument;

/**
 * What a flight rests on, as far as it was fetched.
 *
 * @param planHash of the plan that is held, absent when none is
 * @param decisionHash of the decision that is held, absent when none is
 * @param profile absent while it is not there
 * @param profileAbsent whether this station has no profiles
 */
public record Documents(
    @Nullable String planHash,
    @Nullable PlanDocument plan,
    @Nullable String decisionHash,
    @Nullable DecisionDocument decision,
    @Nullable ProofDocument proof,
    @Nullable Profile profile,
    boolean profileAbsent) {
  public static final Documents NONE = new Documents(null, null, null, null, null, null, false);

  public Documents withPlan(String hash, PlanDocument document) {
    return new Documents(hash, document, decisionHash, decision, proof, profile, profileAbsent);
  }

  public Documents withDecision(String hash, DecisionDocument document) {
    return new Documents(planHash, plan, hash, document, proof, profile, profileAbsent);
  }

  public Documents withProof(ProofDocument document) {
    return new Documents(planHash, plan, decisionHash, decision, document, profile, profileAbsent);
  }

  public Documents withProfile(@Nullable Profile document) {
    return new Documents(planHash, plan, decisionHash, decision, proof, document, document == null);
  }
}
