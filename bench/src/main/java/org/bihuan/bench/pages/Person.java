package org.bihuan.bench.pages;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at work: looks at a page, thinks, and clicks on what it shows. */
final class Person {
    static final int SHORTEST_REST_SECONDS = 3;
    static final int LONGEST_REST_SECONDS = 12;

    private static final Pattern SUBJECT = Pattern.compile("href=\"(/subjects/person/[^\"]+)\"");
    private static final Pattern DUTY = Pattern.compile("class=\"btn btn-primary\" href=\"(/duties/[0-9a-f-]{36})");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern TAB = Pattern.compile("href=\"(/duties\\?state=[a-z]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/duties\\?[^\"]*after=[^\"]+)\"");

    private final Browser browser;
    private final String role;
    private final List<String> names;
    private final Timings timings;
    private final Random random;
    private List<String> people = new ArrayList<>();
    private List<String> tabs = new ArrayList<>();
    private List<String> next = new ArrayList<>();
    private List<String> duties = new ArrayList<>();

    Person(Browser browser, String role, List<String> names, Timings timings, long seed) {
        this.browser = browser;
        this.role = role;
        this.names = names;
        this.timings = timings;
        this.random = new Random(seed);
    }

    void rest() throws InterruptedException {
        Thread.sleep(random.nextInt(SHORTEST_REST_SECONDS * 1000, LONGEST_REST_SECONDS * 1000));
    }

    /** One click on a page that the role may see. */
    void click() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 10) {
            get("first page", "/");
        } else if (!browser.may("/duties")) {
            String own = browser.first("/accounts", "/audit", "/operations", "/account");
            get("own work of " + role, own);
        } else if (dice < 15 && !duties.isEmpty()) {
            act(pick(duties));
        } else if (dice < 20 && browser.may("/search")) {
            search();
        } else if (dice < 25 && browser.may("/measures")) {
            get("measures", "/measures");
        } else if (dice < 60 && browser.may("/search") && !people.isEmpty()) {
            get("person", pick(people));
        } else if (dice < 65 && !next.isEmpty()) {
            worklist("worklist, next page", pick(next));
        } else if (dice < 75 && !tabs.isEmpty()) {
            String tab = pick(tabs);
            worklist("worklist " + tab.substring(tab.indexOf('=') + 1), tab);
        } else {
            worklist("worklist", "/duties");
        }
    }

    private void search() throws IOException, InterruptedException {
        String body = "_csrf=" + browser.token() + "&q=" + URLEncoder.encode(pick(names), StandardCharsets.UTF_8);
        long start = System.nanoTime();
        String page = browser.post("/search", body);
        timings.add("search", role, System.nanoTime() - start);
        check("/search", page);
    }

    private void worklist(String name, String path) throws IOException, InterruptedException {
        String page = get(name, path);
        people = links(SUBJECT, page);
        tabs = links(TAB, page);
        next = links(NEXT, page);
        duties = links(DUTY, page);
    }

    /** Nobody was at home: what is recorded most often at a door. */
    private void act(String duty) throws IOException, InterruptedException {
        List<String> keys = links(KEY, get("duty", duty));
        if (keys.isEmpty() || browser.token().isEmpty()) {
            return; // somebody else was faster
        }
        String form = "_csrf=" + browser.token() + "&result=nobody-home&key=" + keys.getLast();
        long start = System.nanoTime();
        boolean done = browser.act(duty + "/attempt", form);
        timings.add("worklist action", role, System.nanoTime() - start);
        if (!done) {
            timings.fault("the attempt of " + role + " was not taken");
        }
    }

    private String get(String name, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String page = browser.get(path);
        timings.add(name, role, System.nanoTime() - start);
        check(path, page);
        return page;
    }

    private void check(String path, String page) {
        if (!page.contains("</html>")) {
            timings.fault(path.replaceAll("[?].*|(?<=/person/).*", "") + " of " + role + ": "
                    + page.substring(0, Math.min(80, page.length())));
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> links(Pattern pattern, String page) {
        List<String> links = new ArrayList<>();
        for (Matcher found = pattern.matcher(page); found.find(); ) {
            links.add(found.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}
