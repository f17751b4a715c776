package org.vigie.groundstation.api;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.FlightView;

/** Reports and tracks, to whom records go. */
final class ReportOperations {
  private static final Set<String> LANGUAGES = Set.of("", "fr", "en");

  private final Desk desk;
  private final RecordReports reports;

  ReportOperations(Desk desk, RecordReports reports) {
    this.desk = desk;
    this.reports = reports;
  }

  List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    for (RecordReports.Form form : RecordReports.Form.values()) {
      all.add(
          Operation.get(
              "/api/flights/{id}/" + form.path(),
              Permission.READ_RECORDS,
              call -> make(call, form)));
    }
    return all;
  }

  private void make(Call call, RecordReports.Form form) {
    FlightView flight =
        desk.findFlight(call.id()).orElseThrow(Problem.of(404, "not-found")::refusal);
    if (!Rights.mayReadRecord(call.person(), flight.serviceId())) {
      throw Problem.because(403, "forbidden", "other-service").refusal();
    }
    List<String> given = call.context().queryParam("lang");
    String language = given.isEmpty() ? "" : given.get(0);
    if (!LANGUAGES.contains(language)) {
      throw Problem.field("lang", "field.unknown-value").refusal();
    }
    call.blocking(
        () -> reports.make(flight.flightId(), form, language),
        answer -> send(call, form, flight.flightId(), answer));
  }

  private static void send(
      Call call, RecordReports.Form form, String flightId, RecordReports.Answer answer) {
    if (answer instanceof RecordReports.Answer.NotYet) {
      throw Problem.of(404, "not-yet").refusal();
    }
    if (answer instanceof RecordReports.Answer.Busy) {
      throw Problem.because(503, "unavailable", "busy").with("Retry-After", "5").refusal();
    }
    Buffer body = Buffer.buffer(((RecordReports.Answer.Made) answer).bytes());
    call.response()
        .setStatusCode(200)
        .putHeader("Content-Type", form.mediaType())
        .putHeader(
            "Content-Disposition", "attachment; filename=\"" + flightId + "-" + form.path() + "\"")
        .putHeader(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .end(body);
  }
}
