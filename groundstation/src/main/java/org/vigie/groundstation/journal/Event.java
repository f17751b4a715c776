package org.vigie.groundstation.journal;

/**
 * Something that happened, in the past tense, as a record of codes and numbers. Each implementation
 * is a record that carries {@link EventType}.
 */
public interface Event {}
