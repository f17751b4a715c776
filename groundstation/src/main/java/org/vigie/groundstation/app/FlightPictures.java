package org.vigie.groundstation.app;

import java.util.concurrent.CompletionStage;
import org.vigie.groundstation.viewing.Viewing;

/** The live pictures of flights: while one is on, for those who may; after it for nobody. */
record FlightPictures(Viewing viewing) {
  /** Ends a flight's pictures; complete when nothing more will be journalled about them. */
  CompletionStage<Void> end(String flightId) {
    return viewing.endFlight(flightId);
  }
}
