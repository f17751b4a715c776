package org.vigie.groundstation.dispatch;

/** What the sender of an alert gets back. */
public record AlertReceipt(String alertId, String incidentId) {}
