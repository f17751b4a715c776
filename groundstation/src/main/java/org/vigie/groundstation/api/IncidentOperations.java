package org.vigie.groundstation.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.time.StationClock;

/** Alerts and incidents. */
final class IncidentOperations {
  /** A few sentences. */
  static final int REASON_LENGTH_MAX = 500;

  private static final Pattern NOT_BLANK = Pattern.compile("(?s).*\\S.*");

  private final Desk desk;
  private final StationClock clock;

  IncidentOperations(Desk desk, StationClock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  List<Operation> all() {
    return List.of(
        Operation.post("/api/alerts", Permission.REPORT_ALERT, this::report),
        Operation.get("/api/incidents", Permission.READ_INCIDENTS, this::list),
        Operation.post("/api/incidents/{id}/confirm", Permission.CONFIRM_INCIDENT, this::confirm),
        Operation.post("/api/incidents/{id}/dismiss", Permission.DISMISS_INCIDENT, this::dismiss));
  }

  private void report(Call call) {
    Alert alert = AlertReader.read(call.json(), clock.now());
    call.answer(
        desk.report(alert, call.person()),
        done -> call.send(done.created() ? 201 : 200, done.value()));
  }

  private void list(Call call) {
    call.send(200, Map.of("incidents", desk.incidents()));
  }

  private void confirm(Call call) {
    call.expectNothing();
    call.answer(desk.confirm(call.id(), call.person()), done -> call.send(200, done.value()));
  }

  private void dismiss(Call call) {
    String reason = reason(call);
    call.answer(
        desk.dismiss(call.id(), reason, call.person()), done -> call.send(200, done.value()));
  }

  /** The reason that a body gives, and nothing else. */
  static String reason(Call call) {
    Fields fields = new Fields(call.json());
    fields.only(Set.of("reason"));
    String reason = fields.text("reason", REASON_LENGTH_MAX, NOT_BLANK, "field.blank");
    fields.check();
    return reason;
  }
}
