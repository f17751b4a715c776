package org.vigie.groundstation.access;

import java.time.Duration;

/** How the front door answered someone who wants to log in. */
public sealed interface LoginAnswer {
  /**
   * They are in.
   *
   * @param secret what the session is found by from now on; told once
   */
  record In(String secret, Session session) implements LoginAnswer {}

  /** Nobody has this token, or the code was used, is too old or never was. */
  record Wrong() implements LoginAnswer {}

  /** They are known, but are a machine: sessions are for people. */
  record NotForMachines() implements LoginAnswer {}

  /** They are known, but all the sessions that one person may have are in use. */
  record TooManySessions() implements LoginAnswer {}

  /** There were too many wrong ones from where this one comes. */
  record TooMany(Duration retryAfter) implements LoginAnswer {}
}
