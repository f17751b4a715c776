package org.vigie.groundstation.console;

import java.time.Instant;

/** JSON in the contract's shapes. */
final class Scenes {
  static final String PLAN_HASH = "a".repeat(64);
  static final String DECISION_HASH = "b".repeat(64);

  private Scenes() {}

  static String who() {
    return """
        {"personId":"pilot-1","name":"Pilot One","roles":["PILOT"],"service":"sdis42",
         "serviceName":"SDIS 42","serviceType":"fire-service","commune":"42218",
         "permissions":["COMMAND_FLIGHT","CLEAR_FLIGHT"],"expiresAt":null,
         "station":{"id":"s","name":"Test","language":"en"}}
        """;
  }

  static String snapshot(String state) {
    Instant now = Instant.parse("2026-11-24T13:01:00Z");
    boolean flying = !state.equals("AWAITING_CLEARANCE");
    return """
        {"type":"snapshot","time":"%1$s","wall":"%1$s",
         "vehicles":[{"vehicleId":"V1","link":"OK","ageS":0.1,"armed":%2$s,"mode":"AUTO",
           "latDeg":45.4382,"lonDeg":4.3793,"heightAboveHomeM":55.0,"altitudeAmslM":593.2,
           "heightAglM":62.0,"groundSpeedMps":8.2,"climbMps":0.1,"headingDeg":105.0,
           "batteryPercent":81.0,"batteryVolts":24.1,"flightId":"F-1","heartbeatAgeS":0.3,
           "containment":{"state":"INSIDE","reaction":"NONE","marginM":38.0,"breachInS":null},
           "missionSeq":9,"missionTotal":24,"aMemberOfTheFuture":{"x":1}}],
         "flights":[{"flightId":"F-1","incidentId":"I-1","vehicleId":"V1","siteId":"couriot",
           "serviceId":"sdis42","pilotId":"pilot-1","state":"%3$s","reason":"",
           "verdict":"GO_WITH_CONDITIONS","planHash":"%4$s","proofHash":null,
           "decisionHash":"%5$s","stateSince":"2026-11-24T13:00:50Z",
           "plan":{"distanceM":1480,"durationS":300,"toSceneS":100,"onSceneS":70,"energyWh":57,
             "items":25},
           "checks":[{"check":"battery","passed":true,"known":true,"value":99,"limit":60,
             "unit":"percent"}],
           "airborneSince":null,"sceneSince":null}],
         "incidents":[{"incidentId":"I-1","type":"explosion","state":"CONFIRMED",
           "occurredAt":"2026-11-24T13:00:05Z","latDeg":45.43588,"lonDeg":4.38323,
           "uncertaintyM":21,"alerts":2,"flightId":"F-1"}],
         "videos":[{"source":"V1","state":"LIVE","ageS":0.04,"codec":"H264","width":320,
           "height":180,"framesPerSecond":25,"kilobitsPerSecond":900,"viewers":1,
           "recording":true}]}
        """
        .formatted(now, flying, state, PLAN_HASH, DECISION_HASH);
  }

  /** The same with a battery that asks to return. */
  static String concerned(String snapshot) {
    return snapshot.replace(
        "\"sceneSince\":null",
        """
        "sceneSince":null,"concerns":[{"concern":"energy","reaction":"PROCEDURE","value":31,
          "limit":38.2,"unit":"%","subject":"","since":null,"setAside":false}]""");
  }

  static String plan() {
    return """
        {"flightId":"F-1","home":{"altitudeAmslCm":53820,"latE7":454386000,"lonE7":43766000},
         "legs":[{"toSeq":3,"fromLatE7":454386000,"fromLonE7":43766000,"toLatE7":454363622,
           "toLonE7":43827361,"fromHeightM":55,"toHeightM":55},
          {"toSeq":9,"fromLatE7":454363622,"fromLonE7":43827361,"toLatE7":454361196,
           "toLonE7":43837048,"fromHeightM":55,"toHeightM":55},
          {"toSeq":20,"fromLatE7":454361196,"fromLonE7":43837048,"toLatE7":454386000,
           "toLonE7":43766000,"fromHeightM":55,"toHeightM":55}],
         "phases":{"takeoff":1,"sceneFirst":9,"sceneLast":16,"returnStart":18,"land":24},
         "scene":{"targetLatE7":454358790,"targetLonE7":43832264,"radiusM":46,
           "heightAboveHomeM":55,"turns":1},
         "rally":[{"x":454386000,"y":43766000,"z":55}],
         "volume":{"flightHeightM":58,"contingencyHeightM":69.4,
           "flightGeography":{"ring":[{"latDeg":45.4354,"lonDeg":4.3760},
             {"latDeg":45.4354,"lonDeg":4.3840},{"latDeg":45.4388,"lonDeg":4.3840},
             {"latDeg":45.4388,"lonDeg":4.3760}]},
           "contingencyVolume":{"ring":[{"latDeg":45.4350,"lonDeg":4.3755},
             {"latDeg":45.4350,"lonDeg":4.3845},{"latDeg":45.4392,"lonDeg":4.3845},
             {"latDeg":45.4392,"lonDeg":4.3755}]},
           "groundRiskBuffer":{"ring":[]}},
         "budget":{"durationS":300,"toSceneS":100,"onSceneS":70,"energyWh":57,"usableWh":200,
           "labelWh":355.2,"reserveWh":60},
         "zonesRespected":["FRA/FRVG001"],"validUntil":"2026-11-24T13:45:00Z"}
        """;
  }

  static String decision() {
    return """
        {"verdict":"GO_WITH_CONDITIONS","results":[{"domain":"fly","permission":"ALLOWED"}],
         "findings":[{"rule":"fr-night","domain":"fly","outcome":"PASSED","reason":"day",
           "legalRef":"art. 3","certainty":"S","evidence":[],"compared":[
             {"name":"wind","found":"3","required":"<= 12","unit":"m/s"}]}],
         "conditions":[{"code":"ground-observer","textKey":"paper/x/ground-observer"}],
         "decidedAt":"2026-11-24T13:00:20Z","validUntil":"2026-11-24T13:30:20Z"}
        """;
  }

  /** A station with one flight in a state, and its documents. */
  static void set(FakeStation station, String state) {
    station.documents.put("/api/sessions", who());
    station.documents.put("/api/flights/F-1/plan", plan());
    station.documents.put("/api/flights/F-1/decision", decision());
    station.shows(snapshot(state));
  }
}
