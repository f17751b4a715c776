package org.vigie.groundstation.incident;

/** What an incident may be asked to do. */
public sealed interface IncidentInput {

  /** For messages: what was asked, as a code. */
  String code();

  /** An alert that belongs to this incident. */
  record AlertReceived(Alert alert, String alertId) implements IncidentInput {
    @Override
    public String code() {
      return "alert";
    }
  }

  /** A person begins to look. */
  record VerificationStarted(String by) implements IncidentInput {
    @Override
    public String code() {
      return "verify";
    }
  }

  /** A person has seen that it is real. */
  record Confirmed(String by) implements IncidentInput {
    @Override
    public String code() {
      return "confirm";
    }
  }

  /** A person has seen that there is nothing; the reason in their words or as a code. */
  record Dismissed(String by, String reason) implements IncidentInput {
    @Override
    public String code() {
      return "dismiss";
    }
  }

  /** Nothing more will come of it: flown, given up, or dismissed for long enough. */
  record Closed(String reason) implements IncidentInput {
    @Override
    public String code() {
      return "close";
    }
  }
}
