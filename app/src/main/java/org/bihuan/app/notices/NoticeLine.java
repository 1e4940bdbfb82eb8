package org.bihuan.app.notices;

import java.util.List;

/** A document in the list, with the person's name and its ways. */
public record NoticeLine(Notice notice, String name, String subjectPath, List<Delivery> deliveries) {}
