package org.vigie.groundstation.console.model;

/**
 * One number that a pilot flies by.
 *
 * @param value with its unit and reference
 * @param detail a second line, or two, empty when there is none
 */
public record Gauge(String label, String value, String detail, Level level) {}
