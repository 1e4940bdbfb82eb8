-- What a phone brought lies sealed with a key of its own; what lies open from before is sealed at the next start.
grant update (body) on ${schema}.held to ${application};
