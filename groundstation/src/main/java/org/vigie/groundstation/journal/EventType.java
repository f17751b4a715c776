package org.vigie.groundstation.journal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version under which an {@link Event} stands in the journal, for ever. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
  /** For example {@code flight.state-changed}. */
  String value();

  /** Raised whenever the record's members change meaning; old versions stay readable. */
  int version() default 1;
}
