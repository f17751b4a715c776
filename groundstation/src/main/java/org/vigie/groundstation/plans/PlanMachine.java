package org.vigie.groundstation.plans;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.foreign.FlightMoment;
import org.vigie.planner.foreign.ForeignFinding;
import org.vigie.planner.foreign.ForeignProof;
import org.vigie.planner.io.PlanFile;

/** The same for machines: codes and numbers, no sentences. */
public final class PlanMachine {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanMachine() {}

  /** What became of a request. */
  public static ObjectNode of(PlanAnswer answer) {
    ObjectNode node = NODES.objectNode();
    node.put("id", answer.request().flightId());
    node.put("holds", answer.holds());
    if (answer.outcome() instanceof PlanOutcome.NoPlan none) {
      ObjectNode refused = node.putObject("noPlan");
      refused.set("outcome", CanonicalJson.mapper().valueToTree(none));
      refused.put("code", none.code().code());
    }
    answer
        .plan()
        .ifPresent(
            plan -> {
              node.put("planHash", plan.hash().hex());
              node.set("plan", CanonicalJson.mapper().valueToTree(plan));
            });
    answer.proof().ifPresent(proof -> node.set("proof", CanonicalJson.mapper().valueToTree(proof)));
    answer.findings().forEach(node.putArray("inputFindings")::add);
    return node;
  }

  /** What was found of a foreign plan. */
  public static ObjectNode of(PlanFile file, ForeignProof proof) {
    ObjectNode node = NODES.objectNode();
    node.put("file", file.name());
    node.put("holds", proof.holds());
    number(node, "durationS", proof.durationS());
    number(node, "energyWh", proof.energyWh());
    ArrayNode findings = node.putArray("findings");
    for (ForeignFinding finding : proof.findings()) {
      ObjectNode each = findings.addObject();
      each.put("check", finding.check().code());
      each.put("holds", finding.holds());
      number(each, "value", finding.value());
      number(each, "limit", finding.limit());
      number(each, "margin", finding.margin());
      each.put("unit", finding.check().unit());
      each.put("subject", finding.subject());
      finding.at().ifPresent(at -> moment(each.putObject("at"), at));
    }
    return node;
  }

  private static void moment(ObjectNode node, FlightMoment at) {
    node.put("item", at.seq());
    node.put("lat", at.position().latDeg());
    node.put("lon", at.position().lonDeg());
    node.put("heightM", at.heightM());
    node.put("timeS", at.timeS());
  }

  /** JSON has no NaN: what is unknown is null. */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
