package org.bihuan.app.arrivals.domain;

/** Kinds of fact and their fields that the pages of arrivals write and read; {@code packs/facts.yaml} declares them. */
public final class Words {
    public static final String PERSON = "person";
    public static final String VEHICLE = "vehicle";

    public static final String ARRIVAL = "arrival";
    public static final String LANDING = "landing";
    public static final String ENTRY = "entry";
    public static final String DECLARATION = "pre-declaration";
    public static final String INSPECTION = "checkpoint-inspection";
    public static final String TRANSIT = "transit";
    public static final String STOP = "vehicle-stop";
    public static final String JOURNEY_HAND_OVER = "journey-handover";
    public static final String HAND_OVER = "hand-over";
    public static final String REFUSAL = "handover-refused";
    public static final String LANDING_CHECK = "landing-check";
    public static final String RELEASE = "loop-release";
    public static final String TEST = "test";

    public static final String ARRIVED_AT = "arrivedAt";
    public static final String REGISTERED_AT = "registeredAt";
    public static final String DECLARED_AT = "declaredAt";
    public static final String EXPECTED_AT = "expectedAt";
    public static final String ORIGIN = "origin";
    public static final String ORIGIN_RISK = "originRisk";
    public static final String DESTINATION = "destination";
    public static final String SENT_AT = "sentAt";
    public static final String RECEIVED_AT = "receivedAt";
    public static final String LEFT_AT = "leftAt";
    public static final String ENTERED_AT = "enteredAt";
    public static final String PLATE = "plate";
    public static final String CLASS = "class";
    public static final String FORM = "form";
    public static final String CLAIMED_NUMBER = "claimedNumber";

    private Words() {}
}
