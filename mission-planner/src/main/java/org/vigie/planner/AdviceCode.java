package org.vigie.planner;

/** What people could do. {@link #code()} is what journals and texts hold on to. */
public enum AdviceCode {
  /**
   * Ask for an authorisation; subject: the zones; toSceneS, and gainS where there is a plan without
   * it.
   */
  AUTHORISE("authorise"),
  /**
   * Take off later; subject: the zones that end then; toSceneS from that take-off, and gainS, how
   * much shorter that flight to the scene is, where there is a plan for now.
   */
  WAIT("wait"),
  /** Only a higher ceiling lets this be flown; neededM above ground, limitM. */
  CEILING("ceiling"),
  /** The allowed area would have to reach further; toSceneS without it. */
  LARGER_AREA("larger-area"),
  /** The nearest place to the incident that could be flown to instead; distanceM from it. */
  OTHER_PLACE("other-place");

  private final String code;

  AdviceCode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
