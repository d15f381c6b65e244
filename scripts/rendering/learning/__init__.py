"""Questions for trainees, made from claims and pathways: what is asked, what is right, and what is wrong by rule."""
