package org.vigie.simulator.fault;

/** A fault was told what it cannot be. The message is for the person who wrote it. */
public final class FaultValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  FaultValueException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The parameter that is wrong; empty when it is none in particular. */
  public String parameter() {
    return parameter;
  }
}
