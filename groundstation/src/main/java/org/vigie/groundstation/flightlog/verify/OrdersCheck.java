package org.vigie.groundstation.flightlog.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each order with its authority: what adds risk came from the pilot in command of that moment or
 * from the station itself, what removes risk from anyone who is named; every order has one end.
 */
final class OrdersCheck {
  private static final String STATION = "station";
  private static final String NOBODY = "";

  /** Orders that any pilot may give, since they bring the aircraft down or to a stop. */
  private static final Set<String> ANYBODYS =
      Set.of("hold", "return", "land", "abort", "avoid", "terminate");

  private final Findings findings;
  private final Map<String, Long> open = new HashMap<>();
  private String inCommand = NOBODY;

  OrdersCheck(Findings findings) {
    this.findings = findings;
  }

  void run(List<LoggedEntry> flight) {
    findings.made(Check.ORDERS);
    for (LoggedEntry entry : flight) {
      switch (entry.type()) {
        case "flight.requested" -> inCommand = entry.text("pilotId");
        case "flight.authority-taken" -> taken(entry);
        case "flight.cleared", "flight.refused", "flight.set-up-confirmed" ->
            by(entry, entry.type());
        case "flight.commanded" -> commanded(entry);
        case "flight.command-finished" -> finished(entry);
        default -> {
          // says nothing of orders
        }
      }
    }
  }

  private void taken(LoggedEntry entry) {
    if (!entry.text("from").equals(inCommand)) {
      fault(Fault.DISAGREES, "authority", inCommand, entry.text("from"));
    }
    inCommand = entry.text("by");
  }

  private void commanded(LoggedEntry entry) {
    String by = entry.text("by");
    if (open.put(entry.text("commandId"), entry.position()) != null) {
      fault(Fault.ORDER_TWICE, entry.position(), entry.text("commandId"));
    }
    if (by.isEmpty() || (!by.equals(STATION) && !ANYBODYS.contains(entry.text("command")))) {
      by(entry, entry.text("command"));
    }
  }

  private void by(LoggedEntry entry, String what) {
    String by = entry.text("by");
    if (by.isEmpty() || !by.equals(inCommand)) {
      fault(Fault.NOT_IN_COMMAND, entry.position(), what, by, inCommand);
    }
  }

  private void finished(LoggedEntry entry) {
    if (open.remove(entry.text("commandId")) == null) {
      fault(Fault.ORDER_UNKNOWN, entry.position(), entry.text("commandId"));
    }
  }

  private void fault(Fault fault, Object... details) {
    findings.fault(Check.ORDERS, EntriesCheck.PART, fault, details);
  }
}
